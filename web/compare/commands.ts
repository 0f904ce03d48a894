import type { AreaLevel, AreaRef } from '../../core/areas/types.ts';
import { type ComparisonQuestion, comparisonParameters, type MaybeChance } from '../data/comparison.ts';
import { apiUrl } from '../data/http.ts';
import type { Ground } from '../data/queries.ts';
import { quoted } from '../publication/commands.ts';

export const COMPARISON_FORMATS = ['csv', 'xlsx', 'geojson'] as const;
export type ComparisonFormat = (typeof COMPARISON_FORMATS)[number];

/** The address of the file with the whole table, as docs/api.md says. */
export function comparisonAddress(
  ground: Ground,
  question: ComparisonQuestion,
  chance: MaybeChance,
  format: ComparisonFormat,
): string {
  return apiUrl(`/exports/comparison.${format}`, { ...comparisonParameters(ground, question), ...chance });
}

/** `cli compare` with a question, and what more is asked of it. */
function compareCommand(
  ground: Ground,
  { of, level, year, index, scope, cityDensity, clamp }: ComparisonQuestion,
  chance: MaybeChance,
  more: readonly string[] = [],
): string {
  return [
    'npm run -s cli -- compare',
    `--region ${quoted(ground.region)} --of ${of} --level ${level} --year ${year} --index ${index}`,
    chance === null ? '--draws 0' : `--draws ${chance.draws} --seed ${chance.seed}`,
    ...(scope === null ? [] : [`--scope ${quoted(`${scope.level}:${scope.code}`)}`]),
    ...(cityDensity === null ? [] : [`--city-density ${cityDensity}`]),
    ...(clamp ? ['--clamp'] : []),
    ...more,
    `--release ${ground.release} --format csv`,
  ].join(' ');
}

/** The command that prints the whole table. */
export function comparisonCommand(ground: Ground, question: ComparisonQuestion, chance: MaybeChance): string {
  return compareCommand(ground, question, chance);
}

/** The command that prints the quartiles of the regions that are not one's own. */
export function benchmarkCommand(ground: Ground, question: ComparisonQuestion, chance: MaybeChance): string {
  return compareCommand(ground, { ...question, cityDensity: null }, chance, ['--benchmark']);
}

/** The command that prints every region in one year, without draws, as the lines over the years show it. */
export function yearCommand(ground: Ground, question: ComparisonQuestion, year: number): string {
  return compareCommand(ground, { ...question, year, scope: null, cityDensity: null }, null);
}

/** The command that prints the difference first − second, with its interval and p. */
export function pairCommand(
  ground: Ground,
  question: ComparisonQuestion,
  chance: MaybeChance,
  [first, second]: readonly [string, string],
): string {
  const bare = { ...question, scope: null, cityDensity: null };
  return compareCommand(ground, bare, chance, [`--pair ${quoted(first)} ${quoted(second)}`]);
}

/** Name of the file between the two steps of a command. */
const FILE = 'gebied.geojson';

/** Two steps: a region's own areas and counts in a file, then what is measured on that file. */
function fileCommand(
  ground: Ground,
  { level, year, indicator, clamp }: Pick<ComparisonQuestion, 'level' | 'year' | 'indicator' | 'clamp'>,
  region: AreaRef,
  measure: readonly string[],
): string {
  const take = [
    'npm run -s cli -- export areas',
    `--region ${quoted(ground.region)} --level ${level} --indicators ${indicator} --year ${year}`,
    `--scope ${quoted(`${region.level}:${region.code}`)} --release ${ground.release} --format geojson --out ${FILE}`,
  ];
  const give = [
    `npm run -s cli -- concentration ${FILE}`,
    `--id code --social ${indicator}_numerator --total ${indicator}_denominator`,
    ...(clamp ? ['--clamp'] : []),
    ...measure,
    '--format json',
  ];
  return `${take.join(' ')} && ${give.join(' ')}`;
}

const projected = (metricEpsg: number | null) => (metricEpsg === null ? [] : [`--crs-metric ${metricEpsg}`]);
const drawn = (chance: MaybeChance) =>
  chance === null ? [] : [`--inference ${chance.draws} --seed ${chance.seed}`];

type RegionCommand = {
  ground: Ground;
  question: ComparisonQuestion;
  chance: MaybeChance;
  region: AreaRef;
  /** The projection that was measured in; null where nothing looked at the map. */
  metricEpsg: number | null;
};

/** What gives one region's numbers in the table again. */
export function regionCommand({ ground, question, chance, region, metricEpsg }: RegionCommand): string {
  const { index, cityDensity } = question;
  return fileCommand(ground, question, region, [
    `--indices ${cityDensity === null ? index : `${index},spread_ratio`}`,
    ...projected(metricEpsg),
    ...(cityDensity === null ? [] : [`--city-density ${cityDensity} --hectares area_ha`]),
    ...drawn(chance),
  ]);
}

/** What gives one region's number on another choice of zones again. */
export function zoneCommand(
  { ground, question, chance, region, metricEpsg }: RegionCommand,
  { level, sideM }: { level: AreaLevel; sideM: number | null },
): string {
  return fileCommand(ground, { ...question, level }, region, [
    `--indices ${question.index}`,
    ...(sideM === null ? [] : [`--grid ${sideM}`]),
    ...projected(metricEpsg),
    ...drawn(chance),
  ]);
}

/** What gives one region's Lorenz curve again. */
export function lorenzCommand(ground: Ground, question: ComparisonQuestion, region: AreaRef): string {
  return fileCommand(ground, question, region, ['--lorenz']);
}
