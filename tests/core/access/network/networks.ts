import { metresBetween } from '../../../../core/access/network/ground.ts';
import { EDGE_KINDS, type EdgeKind, type WalkingNetwork } from '../../../../core/access/network/types.ts';

type Position = readonly [lon: number, lat: number];
export type Line = {
  from: number;
  to: number;
  kind?: EdgeKind;
  oneWay?: boolean;
  between?: readonly Position[];
  metres?: number;
};

/** A network of junctions in degrees and lines between them, measured on the ellipsoid unless metres are given. */
export function networkOf(junctions: readonly Position[], lines: readonly Line[]): WalkingNetwork {
  const units = (value: number): number => Math.round(value * 1e7);
  const shapes = lines.flatMap(({ between = [] }) => between);
  const starts = [0];
  for (const { between = [] } of lines) starts.push(starts.at(-1)! + between.length);
  return {
    lon: Int32Array.from(junctions, ([lon]) => units(lon)),
    lat: Int32Array.from(junctions, ([, lat]) => units(lat)),
    from: Int32Array.from(lines, ({ from }) => from),
    to: Int32Array.from(lines, ({ to }) => to),
    metres: Float64Array.from(lines, ({ from, to, between = [], metres }) => {
      const all = [junctions[from]!, ...between, junctions[to]!];
      return (
        metres ?? all.slice(1).reduce((sum, [lon, lat], i) => sum + metresBetween(...all[i]!, lon, lat), 0)
      );
    }),
    kind: Uint8Array.from(lines, ({ kind = 'street' }) => EDGE_KINDS.indexOf(kind)),
    oneWay: Uint8Array.from(lines, ({ oneWay = false }) => (oneWay ? 1 : 0)),
    shapeStarts: Int32Array.from(starts),
    shapeLon: Int32Array.from(shapes, ([lon]) => units(lon)),
    shapeLat: Int32Array.from(shapes, ([, lat]) => units(lat)),
  };
}
