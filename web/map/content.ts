import { useMemo } from 'react';
import { codePositions } from '../../core/areas/hierarchy.ts';
import type { Edit } from '../../core/scenario/edit.ts';
import { useAroundFeatures } from '../access/around.ts';
import { useWebFeatures } from '../access/web.ts';
import { useBasemap, useFacilities } from '../data/queries.ts';
import type { RegionView } from '../data/types.ts';
import { useDrawing } from '../drawing/drawing.ts';
import { facilityFeatures, inOrder } from '../layers/facilities.ts';
import { editedFacilities } from '../layers/facility-edits.ts';
import { AREA_LOOKS, looksIn } from '../layers/looks.ts';
import { nameFeatures } from '../layers/names.ts';
import { siteFeatures } from '../layers/sites.ts';
import { useCatchmentFeatures } from '../schools/shown.ts';
import { useSitingFeatures } from '../siting/features.ts';
import { useOpenScenario } from '../state/baseline.ts';
import { useScene } from '../state/scene.tsx';
import { useView } from '../state/view.ts';
import type { MapContent, TileSet } from './style.ts';
import { mapTheme } from './theme.ts';

const noEdits: readonly Edit[] = [];

/** Beyond this many areas a level is no longer one to find one's way by. */
const mostTowns = 700;

/** The newest polygons of a level, or null where the region has none. */
function tileSet(region: RegionView, level: string | undefined): TileSet | null {
  const newest = region.levels.filter(one => one.level === level).sort((a, b) => b.vintage - a.vintage)[0];
  return newest === undefined ? null : { level: newest.level, hash: newest.hash, bbox: region.bbox };
}

/** What a map shows apart from colours and marks, from the scene and the address; with the edits of the open scenario, or others. */
export function useMapContent(others?: readonly Edit[]): MapContent {
  const { region, ground, level, showing, columns, areas, scope } = useScene();
  const dark = useView(view => view.theme === 'dark');
  const shown = useView(view => view.facilities);
  const ages = useView(view => view.placeAges);
  const own = useOpenScenario()?.edits ?? noEdits;
  const edits = others ?? own;
  const edited = useMemo(() => editedFacilities(edits), [edits]);
  // An edited facility is shown whatever it is for.
  const functions = useMemo(
    () => (edited.there.size === 0 ? shown : inOrder(region.facilities.flatMap(one => one.functions))),
    [edited, shown, region],
  );
  const facilities = useFacilities(ground, functions);
  const theme = useMemo(() => mapTheme(dark), [dark]);
  const basemap = useBasemap();

  const tiles = useMemo(() => {
    // A region of one fine level has no towns: its own borders would be a net, its names a crowd.
    const coarsest = region.levels.find(one => one.level !== 'grid' && one.count <= mostTowns)?.level;
    return {
      areas: tileSet(region, level),
      base: tileSet(region, 'municipality') ?? tileSet(region, coarsest),
    };
  }, [region, level]);

  const outlined = useMemo(() => {
    const table = scope === null ? undefined : columns.get(scope.level);
    const index = table === undefined || scope === null ? undefined : codePositions(table).get(scope.code);
    const of = tileSet(region, scope?.level);
    return index === undefined || of === null ? null : { tiles: of, index };
  }, [region, scope, columns]);

  const baseLevel = tiles.base?.level;
  const names = useMemo(
    () => nameFeatures(baseLevel === undefined ? undefined : columns.get(baseLevel)),
    [columns, baseLevel],
  );
  const namesFine = useMemo(
    () => nameFeatures(level === baseLevel ? undefined : columns.get(level)),
    [columns, level, baseLevel],
  );
  const held = useDrawing(state => (state.task?.kind === 'adjust' ? state.task.edit : null));
  const features = useMemo(
    () => facilityFeatures(facilities.data, shown, editedFacilities(edits, held), ages),
    [facilities.data, shown, edits, held, ages],
  );
  const sites = useMemo(() => siteFeatures(edits, areas, held), [edits, areas, held]);
  const areaLooks = useMemo(() => {
    const { looks } = looksIn(edits);
    return AREA_LOOKS.filter(look => looks.includes(look));
  }, [edits]);
  const around = useAroundFeatures();
  const siting = useSitingFeatures();
  const catchments = useCatchmentFeatures();
  const web = useWebFeatures();
  const coarser = showing?.as === 'coarser';
  return useMemo(
    () => ({
      theme,
      basemap,
      ...tiles,
      scope: outlined,
      coarser,
      names,
      namesFine,
      facilities: features,
      sites,
      around,
      siting,
      catchments,
      web,
      areaLooks,
    }),
    [
      theme,
      basemap,
      tiles,
      outlined,
      coarser,
      names,
      namesFine,
      features,
      sites,
      around,
      siting,
      catchments,
      web,
      areaLooks,
    ],
  );
}
