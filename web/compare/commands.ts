import type { AreaLevel } from '../../core/areas/types.ts';
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

/** The command that prints the whole table. */
export function comparisonCommand(ground: Ground, question: ComparisonQuestion, chance: MaybeChance): string {
  const { of, level, year, index, scope, cityDensity, clamp } = question;
  return [
    'npm run -s cli -- compare',
    `--region ${quoted(ground.region)} --of ${of} --level ${level} --year ${year} --index ${index}`,
    chance === null ? '--draws 0' : `--draws ${chance.draws} --seed ${chance.seed}`,
    ...(scope === null ? [] : [`--scope ${quoted(`${scope.level}:${scope.code}`)}`]),
    ...(cityDensity === null ? [] : [`--city-density ${cityDensity}`]),
    ...(clamp ? ['--clamp'] : []),
    `--release ${ground.release} --format csv`,
  ].join(' ');
}

type RegionCommand = {
  ground: Ground;
  question: ComparisonQuestion;
  chance: MaybeChance;
  region: { level: AreaLevel; code: string };
  metricEpsg: number | null;
  /** Name of the file between the two steps. */
  file: string;
};

/** Two commands that give one region's numbers from its own file: what was counted, then the index. */
export function regionCommand({ ground, question, chance, region, metricEpsg, file }: RegionCommand): string {
  const { level, year, index, cityDensity, clamp, indicator } = question;
  const indices = cityDensity === null ? index : `${index},spread_ratio`;
  const take = [
    'npm run -s cli -- export areas',
    `--region ${quoted(ground.region)} --level ${level} --indicators ${indicator} --year ${year}`,
    `--scope ${quoted(`${region.level}:${region.code}`)} --release ${ground.release} --format geojson --out ${quoted(file)}`,
  ];
  const measure = [
    `npm run -s cli -- concentration ${quoted(file)}`,
    `--id code --social ${indicator}_numerator --total ${indicator}_denominator --indices ${indices}`,
    ...(metricEpsg === null ? [] : [`--crs-metric ${metricEpsg}`]),
    ...(cityDensity === null ? [] : [`--city-density ${cityDensity} --hectares area_ha`]),
    ...(clamp ? ['--clamp'] : []),
    ...(chance === null ? [] : [`--inference ${chance.draws} --seed ${chance.seed}`]),
    '--format json',
  ];
  return `${take.join(' ')} && ${measure.join(' ')}`;
}
