import type { Geometry } from 'geojson';
import { nearestPlaces } from '../../../core/access/nearest.ts';
import { placesThat } from '../../../core/access/places.ts';
import { distanceModelOf } from '../../../core/access/walking.ts';
import { ProblemError } from '../../../core/problem.ts';
import type { SitingQuestion } from '../../../core/siting/question.ts';
import { readPlaced } from '../../../server/readers/placed.ts';
import { openFile } from '../../../server/readers/registry.ts';
import { type Demand, middleOf } from '../access/demand.ts';
import { functionsAt, readPlaces } from '../access/places.ts';
import { readWalks } from '../access/walks.ts';
import { readWanted, type SiteOptions } from './asked.ts';

/** Metres to which walks are told apart where their length counts. */
const FAR_M = 5000;

/** The question that the files and the options pose. Errors as the readers. */
export async function readQuestion(demand: Demand, options: SiteOptions): Promise<SitingQuestion> {
  const wanted = (options.function ?? ['play=400']).map(readWanted);
  const ids = wanted.map(({ id }) => id);
  const { points } = demand.settlement;
  const farthest = Math.max(...wanted.map(({ withinM }) => withinM));
  const reach = options.reach ?? (options.aim === 'median' || options.aim === 'centre' ? FAR_M : farthest);
  const model = distanceModelOf({ points }, await readWalks(options));
  const places = options.places === undefined ? [] : await readPlaces(options.places, options, ids);
  const existing = model.distancesWithin(
    points,
    places.map(({ geometry }) => geometry),
    reach,
  );
  const { candidates, geometries } = await readCandidates(options, ids);
  return {
    candidates,
    distances: model.distancesWithin(points, geometries, reach),
    children: demand.children,
    poverty: demand.poverty,
    functions: wanted.map(one => {
      const counts = placesThat(places, { functions: [one.id] });
      const middles = places.filter((_, j) => counts[j] === 1).map(({ geometry }) => middleOf(geometry));
      return {
        ...one,
        existingM: nearestPlaces(existing, counts).metres,
        existing: {
          lon: Float64Array.from(middles, ([lon]) => lon!),
          lat: Float64Array.from(middles, ([, lat]) => lat!),
        },
      };
    }),
    povertyWeight: weightOf(demand, options),
    most: options.most,
    budget: options.budget ?? null,
    spacingM: options.spacing,
    together: options.together ?? false,
    scope: options.scope === undefined ? null : await readZones(options.scope, options),
    excluded: options.exclude === undefined ? [] : await readZones(options.exclude, options),
  };
}

function weightOf({ poverty }: Demand, { povertyWeight }: SiteOptions): number {
  if (povertyWeight === 0 || poverty !== null) return povertyWeight;
  throw new ProblemError(
    'bad-parameter',
    'Children in poverty cannot count more without a column of them; give --poverty.',
    { povertyWeight },
  );
}

async function readCandidates(options: SiteOptions, asked: readonly string[]) {
  const { candidates: path = '', placeId, functions, capacity, cost, ...columns } = options;
  const file = await openFile(path);
  const { ids, geometries, numbers, texts } = await readPlaced(file, {
    ...columns,
    id: placeId,
    numbers: { capacity, cost },
    texts: { functions },
  });
  const candidates = ids.map((id, k) => {
    const [lon, lat] = middleOf(geometries[k]!);
    const price = numbers.cost?.[k] ?? 1;
    if (Number.isNaN(price))
      throw new ProblemError('bad-input', `${file.name}: ${id} has no cost; fill it in or leave it out`);
    const room = numbers.capacity?.[k] ?? Number.NaN;
    return {
      id,
      lon: lon!,
      lat: lat!,
      cost: price,
      capacity: Number.isNaN(room) ? null : room,
      functions: functionsAt(texts.functions, k) ?? asked,
    };
  });
  return { candidates, geometries };
}

/** The polygons of a file, in degrees. */
async function readZones(path: string, { crs }: SiteOptions): Promise<Geometry[]> {
  const file = await openFile(path);
  const numbered = { ...file, records: () => withNumbers(file.records()) };
  const { geometries } = await readPlaced(numbered, { id: ZONE, numbers: {}, lon: 'lon', lat: 'lat', crs });
  const other = geometries.find(({ type }) => type !== 'Polygon' && type !== 'MultiPolygon');
  if (other === undefined) return geometries;
  throw new ProblemError('bad-input', `${file.name} has a ${other.type}; a zone is a polygon`);
}

const ZONE = 'zone';

/** Zones need no id of their own: their number in the file is one. */
async function* withNumbers<T extends { number: number; properties: Record<string, unknown> }>(
  records: AsyncIterable<T>,
): AsyncGenerator<T> {
  for await (const record of records) yield { ...record, properties: { [ZONE]: record.number } };
}
