import Papa from 'papaparse';
import { coverageByArea } from '../../../core/access/coverage.ts';
import type { AccessPlace } from '../../../core/access/places.ts';
import { sumByArea } from '../../../core/access/supply.ts';
import { walkingBy } from '../../../core/access/walking.ts';
import type { Demand } from './demand.ts';
import type { MeasuredFile } from './measure.ts';

/** The figures as a program reads them, and every record with its own. */
export function printJson(demand: Demand, places: readonly AccessPlace[], measured: MeasuredFile): string {
  const { walks, coverage, distance, groups, norms, supply } = measured;
  return JSON.stringify(
    {
      walking: walkingBy(walks),
      places: measured.places,
      placesWithoutArea: measured.placesWithoutArea,
      without: demand.without,
      coverage,
      distance,
      groups,
      norms: norms.map(({ norm, share, exactAges, placesWithoutArea }) => ({
        norm,
        share,
        exactAges,
        placesWithoutArea,
      })),
      supply:
        supply === null
          ? null
          : {
              kind: supply.kind,
              withinM: supply.withinM,
              outOfReach: supply.outOfReach,
              unused: supply.unused,
              placesWithout: supply.placesWithout,
              concentration: supply.concentration,
            },
      records: rows(demand, places, measured),
    },
    null,
    2,
  );
}

export function printCsv(demand: Demand, places: readonly AccessPlace[], measured: MeasuredFile): string {
  return Papa.unparse(rows(demand, places, measured), { newline: '\n' });
}

export function printGeojson(demand: Demand, places: readonly AccessPlace[], measured: MeasuredFile): string {
  const { ids, geometries } = demand.records;
  const features = rows(demand, places, measured).map((properties, k) => ({
    type: 'Feature',
    id: ids[k],
    geometry: geometries[k],
    properties,
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}

type Row = Record<string, string | number | null>;

/** A row for each record: its children, how far they live (the mean of those within reach of the farthest distance), and who is within each. */
function rows(
  { records, settlement, children }: Demand,
  places: readonly AccessPlace[],
  { steps, nearest, supply }: MeasuredFile,
): Row[] {
  const { areaOf, basis } = settlement;
  const size = basis.length;
  const by = steps.map(withinM => coverageByArea(nearest.metres, children, areaOf, size, withinM));
  const known = nearest.metres.map(metres => (metres === Infinity ? 0 : metres));
  const living = children.map((people, i) => (nearest.metres[i] === Infinity ? 0 : people));
  const walked = sumByArea(known, living, areaOf, size);
  const access = supply === null ? null : sumByArea(supply.access, children, areaOf, size);
  const first = new Int32Array(size).fill(-1);
  areaOf.forEach((area, i) => {
    const here = first[area]!;
    if (here === -1 || nearest.metres[i]! < nearest.metres[here]!) first[area] = i;
  });
  return records.ids.map((id, k) => {
    const place = nearest.place[first[k]!]!;
    const people = records.numbers.children![k]!;
    return {
      id,
      children: Number.isNaN(people) ? null : people,
      nearest: place === -1 ? null : places[place]!.id,
      nearest_m: place === -1 ? null : nearest.metres[first[k]!]!,
      mean_m: walked.people[k]! > 0 ? walked.sum[k]! / walked.people[k]! : null,
      ...Object.fromEntries(steps.map((withinM, step) => [`within_${withinM}_m`, by[step]!.reached[k]!])),
      ...(access === null
        ? {}
        : { supply_per_child: access.people[k]! > 0 ? access.sum[k]! / access.people[k]! : null }),
    };
  });
}
