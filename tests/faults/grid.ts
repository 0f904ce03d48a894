import type { AreasStep } from '../../server/imports/types.ts';
import type { FileRecord } from '../../server/readers/types.ts';

const STEP = 0.002;
/** Vertices on every side of a cell, so that a grid weighs as much as official polygons. */
const VERTICES_A_SIDE = 20;

function cell(column: number, row: number): FileRecord['geometry'] {
  const corners = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
    [0, 0],
  ] as const;
  const ring: [number, number][] = [];
  for (let side = 0; side < 4; side++) {
    const [fromX, fromY] = corners[side] as readonly [number, number];
    const [toX, toY] = corners[side + 1] as readonly [number, number];
    for (let i = 0; i < VERTICES_A_SIDE; i++) {
      const x = column + fromX + ((toX - fromX) * i) / VERTICES_A_SIDE;
      const y = row + fromY + ((toY - fromY) * i) / VERTICES_A_SIDE;
      ring.push([Number((3.6 + x * STEP).toFixed(7)), Number((51 + y * STEP).toFixed(7))]);
    }
  }
  return { type: 'Polygon', coordinates: [[...ring, ring[0] as [number, number]]] };
}

/** Areas in `size` rows of `size`, as a step of an import. */
export function gridStep(size: number): AreasStep {
  return {
    kind: 'areas',
    file: {
      format: 'geojson',
      name: 'grid.geojson',
      declaredEpsg: 4326,
      spatial: true,
      async *records() {
        for (let index = 0; index < size * size; index++) {
          const geometry = cell(index % size, Math.floor(index / size));
          yield { number: index + 1, properties: { code: `G${index}` }, geometry };
        }
      },
    },
    level: 'grid',
    vintage: 2024,
    idColumn: 'code',
    source: {
      title: 'Grid',
      publisher: null,
      licence: null,
      url: null,
      fileName: null,
      fileHash: null,
      note: null,
    },
  };
}
