import { PbfReader, PbfWriter } from 'pbf';
import { ProblemError } from '../../problem.ts';
import type { SettledAreas } from '../settled.ts';
import { degreeSteps, degreesOf, PER_DEGREE } from './degree-steps.ts';

/**
 * Where people are taken to live, in bytes, as Protocol Buffers: points as differences from the one before, in
 * ten-millionths of a degree, which a lattice makes small. Weights are left out where they are all 1.
 */
const FIELD = { version: 1, areas: 2, points: 3, counts: 4, lon: 5, lat: 6, weight: 7 } as const;
const VERSION = 1;

/** The same points as they come out of the bytes, so that whoever measures on either measures the same. */
export function toStoredPlaces(settled: SettledAreas): SettledAreas {
  const stored = (column: Float64Array) => column.map(each => Math.round(each * PER_DEGREE) / PER_DEGREE);
  const { lon, lat } = settled.points;
  return { ...settled, points: { lon: stored(lon), lat: stored(lat) } };
}

export function encodeSettlement({ points, starts, weight }: SettledAreas): Uint8Array {
  const pbf = new PbfWriter();
  pbf.writeVarintField(FIELD.version, VERSION);
  pbf.writeVarintField(FIELD.areas, starts.length - 1);
  pbf.writeVarintField(FIELD.points, weight.length);
  const counts = Array.from(starts.subarray(1), (end, area) => end - starts[area]!);
  pbf.writePackedVarint(FIELD.counts, counts);
  pbf.writePackedSVarint(FIELD.lon, degreeSteps(points.lon));
  pbf.writePackedSVarint(FIELD.lat, degreeSteps(points.lat));
  if (weight.some(each => each !== 1)) pbf.writePackedDouble(FIELD.weight, [...weight]);
  return pbf.finish();
}

/** @throws ProblemError bad-input where the bytes are no settlement, or contradict themselves */
export function decodeSettlement(bytes: Uint8Array): SettledAreas {
  const read = { version: 0, areas: 0, points: 0 };
  let counts: number[] = [];
  let lon: number[] = [];
  let lat: number[] = [];
  let weight: number[] = [];
  try {
    new PbfReader(bytes).readFields((tag, _, reader) => {
      if (tag === FIELD.version) read.version = reader.readVarint();
      else if (tag === FIELD.areas) read.areas = reader.readVarint();
      else if (tag === FIELD.points) read.points = reader.readVarint();
      else if (tag === FIELD.counts) counts = reader.readPackedVarint();
      else if (tag === FIELD.lon) lon = reader.readPackedSVarint();
      else if (tag === FIELD.lat) lat = reader.readPackedSVarint();
      else if (tag === FIELD.weight) weight = reader.readPackedDouble();
    }, null);
  } catch (cause) {
    throw damaged(cause);
  }
  const { version, areas, points } = read;
  const fits = (column: readonly number[]) => column.length === points;
  if (version !== VERSION || counts.length !== areas || !fits(lon) || !fits(lat)) throw damaged();
  if (weight.length > 0 && !fits(weight)) throw damaged();
  const starts = new Int32Array(areas + 1);
  counts.forEach((count, area) => {
    starts[area + 1] = starts[area]! + count;
  });
  if (starts[areas] !== points) throw damaged();
  return {
    points: { lon: degreesOf(lon), lat: degreesOf(lat) },
    starts,
    weight: weight.length > 0 ? Float64Array.from(weight) : new Float64Array(points).fill(1),
  };
}

const damaged = (cause?: unknown): ProblemError =>
  new ProblemError('bad-input', 'The points where people live are damaged: load the page again', {}, cause);
