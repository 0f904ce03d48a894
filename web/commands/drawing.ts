import { DEED_KEYS } from '../drawing/deeds.ts';
import { SHAPES } from '../drawing/drawing.ts';
import { useDrawingDeeds } from '../drawing/keys.ts';
import { useResuming } from '../drawing/resuming.ts';
import { useWords } from '../i18n/words.ts';
import { isSiteReady, setSiteDraft, useNewSite, useSiteDraft } from '../scenario/siteDraft.ts';
import { useOpenScenario } from '../state/baseline.ts';
import { useFrozenOnScreen } from '../state/frozen.ts';
import { useView } from '../state/view.ts';
import type { Command } from './command.ts';

const KEYS = { polygon: 'D', rectangle: 'R', circle: 'C' } as const;

/** What can be done to the drawing that is under way; its keys are heard by the drawing itself. */
function useDeeds(): Command[] {
  const { t } = useWords();
  const { perform, can } = useDrawingDeeds();
  if (perform === null) return [];
  return can.flatMap(deed => {
    const all = DEED_KEYS.filter(one => one.deed === deed);
    const [first] = all;
    if (first === undefined) return [];
    const keys = all.flatMap(one => one.keys).map(key => (typeof key === 'string' ? key : t(key.text)));
    const title = t(first.title) as string;
    return [{ id: `drawing-${deed}`, title, keys, hears: false, run: () => perform(deed) }];
  });
}

/** Drawing in the open scenario; none where it cannot be changed or no map is on screen. */
export function useDrawingCommands(): Command[] {
  const { t } = useWords();
  const open = useOpenScenario();
  const comparing = useView(view => view.versus !== null);
  const closed = useFrozenOnScreen() !== null || comparing;
  const { draw } = useNewSite(open?.id ?? '');
  const draft = useSiteDraft();
  const deeds = useDeeds();
  const resuming = useResuming();
  if (open === null || closed) return [];
  const purpose = t(`drawing.purposes.${draft.purpose}`).toLowerCase();
  const shapes = SHAPES.map(shape => ({
    id: `draw-${shape}`,
    title: t('drawing.command', { what: t(`drawing.draw.${shape}`), purpose }),
    keys: [KEYS[shape]],
    run: () => {
      setSiteDraft({ open: true });
      draw(shape);
    },
  }));
  const unfinished: Command[] =
    resuming === null
      ? []
      : [{ id: 'resume-drawing', title: t('drawing.unfinished.resume'), run: resuming.resume }];
  return [...deeds, ...unfinished, ...(isSiteReady(draft) ? shapes : [])];
}
