import type { Ages } from '../../../core/access/ages.ts';
import type { Walking } from '../../../core/access/walking.ts';
import type { AccessGround, ScopedGround } from '../../releases/access/ground.ts';
import { loadAreas } from '../../releases/areas.ts';
import type { Desk } from '../../releases/desk.ts';
import { facilitiesItems, regionOf } from '../../releases/select.ts';
import type { AreasItem, DatasetSource, Release } from '../../releases/types.ts';
import { AREA_COLUMNS, areaCells, areaRows } from '../areas.ts';
import { type Exported, exported, provenanceOf } from '../exported.ts';
import { writerById } from '../registry.ts';
import type { Cell, ExportRow } from '../types.ts';

/** How a table is written. */
export type Asked = {
  /** Id of a writer: `geojson`, `csv`, `xlsx`. */
  format: string;
  /** False leaves the shapes out, also where the format could carry them. */
  geometry?: boolean | undefined;
};

/** What every answer about reach has. */
type Answer = { ground: AccessGround; scoped: ScopedGround; walking: Walking };

/** Cells that are the same in every row, by their columns: what was asked for. */
type Same = Readonly<Record<string, Cell>>;

type TableOf<Row> = Asked & {
  /** Name of the file, without region, level and extension. */
  name: string;
  same: Same;
  columns: readonly string[];
  cells: (row: Row) => Cell[];
  /** Behind the numbers, beside that of children and places. */
  sources?: readonly DatasetSource[];
};

/** A file of one row an area; `cells` gets the position in the columns of the answer. */
export async function areasFile(
  desk: Desk,
  release: Release,
  answer: Answer & { item: AreasItem; indices: Int32Array },
  { format, geometry, name, same, columns, cells, sources = [] }: TableOf<number>,
): Promise<Exported> {
  const writer = writerById(format);
  const { item, indices, ground } = answer;
  const areas = await loadAreas(desk.database, item);
  const position = new Map(Array.from(indices, (index, k) => [index, k]));
  return exported(writer, `${item.region}-${item.level}-${name}`, {
    columns: [...AREA_COLUMNS, ...Object.keys(same), ...columns],
    rows: areaRows(desk.database, item, indices, writer.spatial && geometry !== false, index => [
      ...areaCells(areas, index),
      ...Object.values(same),
      ...cells(position.get(index)!),
    ]),
    provenance: provenance(release, ground, [item.source, ...sources], item),
  });
}

/** A file of rows that are no areas, such as places; their shapes are WGS84 and may be left out. */
export function rowsFile<Row extends { id: string; geometry: ExportRow['geometry'] }>(
  release: Release,
  { ground }: Pick<Answer, 'ground'>,
  rows: readonly Row[],
  { format, geometry, name, same, columns, cells, sources = [] }: TableOf<Row>,
): Exported {
  const writer = writerById(format);
  async function* written(): AsyncGenerator<ExportRow> {
    for (const row of rows)
      yield {
        id: row.id,
        geometry: writer.spatial && geometry !== false ? row.geometry : null,
        cells: [...cells(row), ...Object.values(same)],
      };
  }
  return exported(writer, `${ground.item.region}-${name}`, {
    columns: [...columns, ...Object.keys(same)],
    rows: written(),
    provenance: provenance(release, ground, [ground.item.source, ...sources], ground.item),
  });
}

const provenance = (
  release: Release,
  { children, item }: AccessGround,
  sources: readonly DatasetSource[],
  { level, vintage }: Pick<AreasItem, 'level' | 'vintage'>,
) =>
  provenanceOf(
    release,
    regionOf(release, item.region),
    [...sources, children.source, ...facilitiesItems(release, item.region).map(({ source }) => source)],
    { level, vintage, year: children.year },
  );

/** Which children were counted and how they walk, in columns. */
export const countedCells = ({ scoped, walking, ground }: Answer) => ({
  ages: agesCell(scoped.counted),
  walked_by: walkedBy(walking),
  children_year: ground.children.year,
});

const agesCell = (counted: readonly Ages[]): string =>
  counted.map(({ from, to }) => `${from}-${to}`).join(',');

/** In words, as a column of a file has them. */
const walkedBy = ({ by, detour }: Walking): string =>
  by === 'network' ? `network, off it straight line × ${detour}` : `straight line × ${detour}`;

/** Part of a whole; nothing where there is no whole. */
export const ratioCell = (part: number, whole: number): Cell => (whole > 0 ? part / whole : null);
