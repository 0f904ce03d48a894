import type { AreaLevel } from '../../core/areas/types.ts';
import type { Edit, EditKind } from '../../core/scenario/edit.ts';
import type { SiteGeometry } from '../../core/scenario/geometry.ts';
import { newSiteEdit, type SitePurpose } from '../../core/scenario/new-edits.ts';
import type { Site } from '../../core/scenario/place.ts';
import { redrawn } from '../../core/scenario/sites.ts';
import type { SocialKind } from '../../core/scenario/social-kinds.ts';
import { apiUrl, send } from '../data/http.ts';
import type { Ground } from '../data/queries.ts';
import { type Begun, startDrawing } from '../drawing/drawing.ts';
import { newId } from '../state/identity.ts';
import { useScene } from '../state/scene.tsx';
import { changeEdit } from './steps.ts';

type Parts = Site['parts'];

/** In which areas of a level a site lies, and with how much ground, as the server finds it. */
export async function partsOf(ground: Ground, level: AreaLevel, geometry: SiteGeometry): Promise<Parts> {
  const response = await send(apiUrl('/areas/parts', { ...ground, level }), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ geometry }),
  });
  return ((await response.json()) as { parts: Parts }).parts;
}

/** The same for an edit of a kind; a facility lies where it lies and has no parts. */
export const sitePartsFor = async (
  ground: Ground,
  level: AreaLevel,
  kind: EditKind,
  geometry: SiteGeometry,
): Promise<Parts> => (kind === 'open-facility' ? [] : partsOf(ground, level, geometry));

export type GivenSite = {
  title: string;
  geometry: SiteGeometry;
  social: number;
  socialKind?: SocialKind;
  private: number;
  functions: readonly string[];
};

/** The edit that makes a drawing into what it is for. */
export async function editOn(
  ground: Ground,
  level: AreaLevel,
  purpose: SitePurpose,
  given: GivenSite,
): Promise<Edit> {
  const parts = await sitePartsFor(ground, level, purpose, given.geometry);
  return newSiteEdit(purpose, { ...given, id: newId(), parts });
}

/** Draws the shape of an edit anew; everything else of it stays. */
export function useRedrawing(scenario: string): (edit: Edit, begun?: Begun) => void {
  const { ground, level } = useScene();
  return (edit, begun) =>
    startDrawing({
      kind: 'draw',
      scenario,
      shape: 'polygon',
      edit: edit.id,
      begun,
      take: async geometry => {
        const parts = await sitePartsFor(ground, level, edit.kind, geometry);
        changeEdit(scenario, edit.id, one => redrawn(one, geometry, parts));
      },
    });
}
