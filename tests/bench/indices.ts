import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import { contiguityOf } from '../../core/areas/contiguity.ts';
import { measureOutlines } from '../../core/areas/geometry.ts';
import { outlinesOf, projectOutlines } from '../../core/areas/outlines.ts';
import { projectionOf } from '../../core/areas/projection.ts';
import { sharesOf } from '../../core/concentration/autocorrelation.ts';
import { inferIndices } from '../../core/concentration/inference/infer.ts';
import { localMoran } from '../../core/concentration/local/moran.ts';
import { type MappedSpace, spaceFromMap } from '../../core/concentration/map.ts';
import { measureConcentration } from '../../core/concentration/measure.ts';
import { measureRegions } from '../../core/concentration/regions.ts';
import { populate } from '../../core/concentration/space.ts';
import { availableIndices, spatialIndices } from '../../core/concentration/spatial-registry.ts';
import type { BenchResult } from './core.ts';
import { type BenchRegion, benchRegion } from './indices-region.ts';

const PERMUTATIONS = 999;
const CUTOFF_KM = 20;

/**
 * Times the concentration indices, one thread. The figures of other packages were measured on the same machine
 * (findings.md): PySAL unless said.
 */
export async function bench(): Promise<BenchResult[]> {
  const region = benchRegion(100, 100);
  const space = spaceFromMap({ ...region, epsg: 3812 });
  return [
    ...suiteInItsOwnProcess(region, space),
    ...withoutPairs(region, space),
    ...building(region),
    ...inference(region, space),
    ...comparison(region),
    ...reference403(),
    ...growth(),
  ];
}

function suiteInItsOwnProcess({ codes, group, total }: BenchRegion, space: MappedSpace): BenchResult[] {
  const script = fileURLToPath(new URL('./indices-suite.ts', import.meta.url));
  const folder = mkdtempSync(path.join(tmpdir(), 'buurtbalans-bench-'));
  const input = path.join(folder, 'input');
  writeFileSync(input, serialize({ counts: { codes, group, total }, space }));
  const run = () =>
    JSON.parse(execFileSync(process.execPath, ['--expose-gc', script, input], { encoding: 'utf8' })) as {
      ms: number;
      mb: number;
      indices: number;
    };
  const runs = [run(), run(), run()].sort((a, b) => a.ms - b.ms);
  rmSync(folder, { recursive: true });
  const { ms, mb, indices } = runs[1]!;
  return [
    {
      name: `indices: all ${indices}, pairwise ones exact, first run`,
      value: ms,
      unit: 'ms',
      note: '10,000 areas; others over 200 s',
    },
    {
      name: 'indices: memory above the input for the same',
      value: mb,
      unit: 'MB',
      note: 'peak of the process; others up to 4,100 MB',
    },
  ];
}

function withoutPairs(region: BenchRegion, space: MappedSpace): BenchResult[] {
  const pairwise = new Set(spatialIndices.filter(index => index.pairwise).map(index => index.id));
  const indices = availableIndices(space).filter(id => !pairwise.has(id));
  return [
    median(`indices: ${indices.length} without pairs, weights given`, 15, () => {
      measureConcentration(region, space, { indices });
    }),
    median(
      'indices: one distance-based index alone',
      3,
      () => {
        measureConcentration(region, space, { indices: ['spatial_proximity'] });
      },
      '10,000 areas; others 7–12 s',
    ),
  ];
}

function building({ codes, geometries }: BenchRegion): BenchResult[] {
  const outlines = outlinesOf(codes, geometries);
  const note = `10,000 polygons of ${(outlines.x.length / codes.length).toFixed(0)} vertices`;
  const { inverse, forward } = projectionOf(3812);
  const degrees = projectOutlines(outlines, { epsg: 4326, forward: inverse, inverse: forward });
  return [
    median(
      'indices: contiguity, queen and rook with borders',
      5,
      () => {
        contiguityOf(outlines);
      },
      note,
    ),
    median(
      'indices: surfaces, perimeters and centroids',
      5,
      () => {
        measureOutlines(outlines, codes);
      },
      note,
    ),
    median(
      'indices: projection of degrees',
      3,
      () => {
        projectOutlines(degrees, projectionOf(3812));
      },
      note,
    ),
  ];
}

function inference({ group, total }: BenchRegion, space: MappedSpace): BenchResult[] {
  const populated = populate({ group, total }, space);
  const options = { draws: PERMUTATIONS, seed: 1 };
  const shares = sharesOf(populated);
  return [
    median(
      `indices: D against ${PERMUTATIONS} random allocations`,
      3,
      () => {
        inferIndices(populated, ['dissimilarity'], options);
      },
      '10,000 areas; others 150–190 s',
    ),
    median(`indices: the same with corrected value and interval`, 3, () => {
      inferIndices(populated, ['dissimilarity'], { ...options, intervalLevel: 0.95 });
    }),
    median(
      `indices: local Moran, ${PERMUTATIONS} permutations`,
      5,
      () => {
        localMoran(shares, space.queen!, options);
      },
      '10,000 areas; esda 1 s, compiled',
    ),
    median(`indices: spatial dissimilarity, ${PERMUTATIONS} geographic permutations`, 3, () => {
      inferIndices(populated, ['spatial_dissimilarity_queen'], options);
    }),
  ];
}

/** What the page Vergelijk asks of the server: D of every municipality, with chance and intervals. */
function comparison({ codes, group, total }: BenchRegion): BenchResult[] {
  const areas = { codes, group, total, hectares: total, ground: null };
  const regions = Array.from({ length: 285 }, (_, region) =>
    Array.from(codes.keys()).filter(i => i % 285 === region),
  );
  const question = { index: 'dissimilarity', clamp: false };
  const note = '10,000 areas';
  return [
    median('indices: D of 285 regions side by side', 5, () => {
      measureRegions(areas, regions, { ...question, inference: null });
    }),
    median(
      `indices: the same with ${PERMUTATIONS} draws and as many replicates`,
      1,
      () => {
        const inference = { draws: PERMUTATIONS, seed: 1, intervalLevel: 0.95 };
        measureRegions(areas, regions, { ...question, inference });
      },
      note,
    ),
  ];
}

/** On the reference's own 403 tracts where they are, on as many squares elsewhere. */
function reference403(): BenchResult[] {
  const dir = process.env.REFERENCE_DIR ?? path.resolve('../shared/reference');
  const { populated, note } = tracts(dir);
  const once = (name: string, ids: string[]): BenchResult =>
    median(name, 5, () => inferIndices(populated, ids, { draws: PERMUTATIONS, seed: 1 }), note);
  return [
    once(`indices: spatial dissimilarity, ${PERMUTATIONS} geographic permutations, 403 areas`, [
      'spatial_dissimilarity_queen',
    ]),
    once(`indices: spatial proximity, ${PERMUTATIONS} geographic permutations, 403 areas`, [
      'spatial_proximity',
    ]),
  ];
}

function tracts(dir: string) {
  try {
    const { features } = JSON.parse(readFileSync(path.join(dir, 'sacramento.geojson'), 'utf8')) as {
      features: { properties: { FIPS: string; HISP: number; TOT_POP: number }; geometry: never }[];
    };
    const space = spaceFromMap({
      codes: features.map(feature => feature.properties.FIPS),
      geometries: features.map(feature => feature.geometry),
      epsg: 4326,
    });
    const counts = {
      group: Float64Array.from(features, feature => feature.properties.HISP),
      total: Float64Array.from(features, feature => feature.properties.TOT_POP),
    };
    return { populated: populate(counts, space), note: 'Sacramento; others 600 s' };
  } catch {
    const region = benchRegion(31, 13);
    const space = spaceFromMap({ ...region, epsg: 3812 });
    return { populated: populate(region, space), note: 'synthetic; others 600 s' };
  }
}

/** The whole suite on more and more areas of the same region, and what an added area costs. */
function growth(): BenchResult[] {
  const sizes: [number, number, number | null][] = [
    [40, 25, null],
    [100, 100, null],
    [100, 100, CUTOFF_KM],
    [400, 250, CUTOFF_KM],
  ];
  return sizes.flatMap(([columns, rows, cutoffKm]): BenchResult[] => {
    const region = benchRegion(columns, rows);
    const space = spaceFromMap({ ...region, epsg: 3812 }, { cutoffKm });
    const areas = (columns * rows).toLocaleString('en');
    let bound = 0;
    const timed = median(
      `indices: all of ${areas} areas, ${cutoffKm ? `pairs within ${cutoffKm} km` : 'all pairs'}`,
      columns === 400 ? 1 : 3,
      () => {
        const { indices } = measureConcentration(region, space);
        const errors = Object.values(indices).map(each =>
          'errorBound' in each ? (each.errorBound ?? 0) : 0,
        );
        bound = Math.max(...errors);
      },
    );
    // In one region more areas lie closer together, so that more pairs are within the radius.
    const note = cutoffKm ? `error at most ${bound.toExponential(1)}; same region, denser` : 'exact';
    return [
      { ...timed, note },
      {
        name: '         each area',
        value: (timed.value * 1000) / (columns * rows),
        unit: 'µs',
      },
    ];
  });
}

/** The middle of `runs` timings after one to warm up. */
function median(name: string, runs: number, run: () => void, note = '10,000 areas'): BenchResult {
  if (runs > 1) run();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return { name, value: times[Math.floor(runs / 2)]!, unit: 'ms', note };
}
