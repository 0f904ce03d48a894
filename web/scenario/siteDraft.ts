import { create } from 'zustand';
import type { SiteGeometry } from '../../core/scenario/geometry.ts';
import type { SitePurpose } from '../../core/scenario/new-edits.ts';
import { announce } from '../controls/Announcer.tsx';
import { type Begun, type Shape, startDrawing } from '../drawing/drawing.ts';
import { useWords } from '../i18n/words.ts';
import { useScene } from '../state/scene.tsx';
import { editOn, type GivenSite } from './siteEdits.ts';
import { addEdits } from './steps.ts';

/** What the next place that is drawn or pointed at is for. */
export type SiteDraft = {
  purpose: SitePurpose;
  title: string;
  social: number;
  functions: readonly string[];
  /** The fields are unfolded. */
  open: boolean;
};

export const useSiteDraft = create<SiteDraft>()(() => ({
  purpose: 'build',
  title: '',
  social: 20,
  functions: [],
  open: false,
}));
export const setSiteDraft = (change: Partial<SiteDraft>) => useSiteDraft.setState(change);

/** Whether the place itself can be chosen: all that its purpose needs is known. */
export function isSiteReady({ purpose, social, functions }: SiteDraft): boolean {
  if (purpose === 'build') return social > 0;
  return purpose === 'exclude' || functions.length > 0;
}

/** Adds sites to the scenario, by whichever way they were given, and draws one by hand. */
export function useNewSite(scenario: string) {
  const { t } = useWords();
  const { ground, level } = useScene();
  const add = async (given: readonly GivenSite[], as: SitePurpose) => {
    addEdits(scenario, await Promise.all(given.map(one => editOn(ground, level, as, one))));
    announce(given.length === 1 ? t(`drawing.added.${as}`) : t('edit.site.added', { count: given.length }));
    setSiteDraft({ title: '' });
  };
  // What is filled in while the drawing is made counts too.
  const addSite = (geometry: SiteGeometry) => {
    const { purpose, title, social, functions } = useSiteDraft.getState();
    return add([{ title, geometry, social, private: 0, functions }], purpose);
  };
  const draw = (shape: Shape, begun?: Begun) =>
    startDrawing({ kind: 'draw', scenario, shape, edit: null, begun, take: addSite });
  return { add, addSite, draw };
}
