import { noise, randomStream } from './random.ts';

/**
 * A mesh of small six-sided cells from which every polygon of the demo region is built. Three cells meet in
 * every vertex, so a set of connected cells always has clean rings, and two areas that share a border share
 * its vertices exactly: the tiling has no gaps or overlaps by construction.
 *
 * Cell centres are a triangular lattice, moved a little at random; a vertex is the centroid of three centres.
 * Positions are metres in a plane around the region. Every cell stands for about as many people as another:
 * `settle` draws the cells of settlements together.
 */
export type Mesh = {
  columns: number;
  rows: number;
  /** Cell centres, metres. */
  x: Float64Array;
  y: Float64Array;
  /** 1 where the cell is land. */
  land: Uint8Array;
  /** 1 where the cell is sea off the coast; elsewhere beyond the land other provinces would begin. */
  sea: Uint8Array;
  /** Land cells in ascending order. */
  landCells: Int32Array;
};

/** Directions to the six neighbours, anticlockwise from the east; [even rows, odd rows]. */
const STEPS: readonly (readonly (readonly [number, number])[])[] = [
  [
    [0, 1],
    [1, 0],
    [1, -1],
    [0, -1],
    [-1, -1],
    [-1, 0],
  ],
  [
    [0, 1],
    [1, 1],
    [1, 0],
    [0, -1],
    [-1, 0],
    [-1, 1],
  ],
];

/** The neighbour of a cell in direction 0–5. Only for cells that do not lie on the rim of the mesh. */
export function neighbour(mesh: Mesh, cell: number, direction: number): number {
  const row = Math.floor(cell / mesh.columns);
  const [dRow, dColumn] = STEPS[row & 1]![direction]!;
  return cell + dRow * mesh.columns + dColumn;
}

/**
 * Vertex `corner` (0–5) of a cell, anticlockwise; it lies between the neighbours `corner` and `corner + 1`.
 * A vertex is named 2 × cell + (0 for the triangle with the eastern and north-eastern neighbour, 1 for the
 * one with the north-eastern and north-western neighbour).
 */
export function vertexOf(mesh: Mesh, cell: number, corner: number): number {
  if (corner === 0) return 2 * cell;
  if (corner === 1) return 2 * cell + 1;
  if (corner === 2) return 2 * neighbour(mesh, cell, 3);
  if (corner === 3) return 2 * neighbour(mesh, cell, 4) + 1;
  if (corner === 4) return 2 * neighbour(mesh, cell, 4);
  return 2 * neighbour(mesh, cell, 5) + 1;
}

/** Names the edge between a cell and its neighbour in a direction, the same from both sides. */
export function edgeOf(mesh: Mesh, cell: number, direction: number): number {
  return direction < 3 ? 3 * cell + direction : 3 * neighbour(mesh, cell, direction) + direction - 3;
}

/** The two vertices of an edge; the eastern, north-eastern or north-western side of its cell, anticlockwise. */
export function verticesOfEdge(mesh: Mesh, edge: number): readonly [number, number] {
  const direction = edge % 3;
  const cell = (edge - direction) / 3;
  return [vertexOf(mesh, cell, (direction + 5) % 6), vertexOf(mesh, cell, direction)];
}

/** The three cells that meet in a vertex, anticlockwise. */
export function cellsAround(mesh: Mesh, vertex: number): readonly [number, number, number] {
  const cell = vertex >> 1;
  return vertex & 1
    ? [cell, neighbour(mesh, cell, 1), neighbour(mesh, cell, 2)]
    : [cell, neighbour(mesh, cell, 0), neighbour(mesh, cell, 1)];
}

export type LandSettings = {
  seed: number;
  /** Width and height of the mesh plane, metres. */
  widthM: number;
  heightM: number;
  /** Distance between the centres of neighbouring cells, metres. */
  cellM: number;
};

/** Lays the mesh and decides which cells are land: one piece, a coast in the north-west, no lakes. */
export function layMesh(settings: LandSettings): Mesh {
  const { seed, widthM, heightM, cellM } = settings;
  const rowM = (cellM * Math.sqrt(3)) / 2;
  const columns = Math.ceil(widthM / cellM) + 4;
  const rows = Math.ceil(heightM / rowM) + 4;
  const x = new Float64Array(columns * rows);
  const y = new Float64Array(columns * rows);
  const random = randomStream(seed, 'mesh');
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const cell = row * columns + column;
      x[cell] = (column - 1.5 + (row & 1) * 0.5 + random.between(-0.26, 0.26)) * cellM;
      y[cell] = (row - 1.5 + random.between(-0.26, 0.26)) * rowM;
    }
  }
  const mesh: Mesh = {
    columns,
    rows,
    x,
    y,
    land: new Uint8Array(columns * rows),
    sea: new Uint8Array(columns * rows),
    landCells: new Int32Array(0),
  };
  const inland = elevation(settings);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const cell = row * columns + column;
      const { toCoastM, toBorderM } = inland(x[cell]!, y[cell]!);
      const rim = row < 2 || column < 2 || row >= rows - 2 || column >= columns - 2;
      if (!rim && toCoastM > 0 && toBorderM > 0) mesh.land[cell] = 1;
      if (toCoastM <= 0) mesh.sea[cell] = 1;
    }
  }
  wearDown(mesh);
  keepOnePiece(mesh);
  mesh.landCells = Int32Array.from(mesh.land.keys().filter(cell => mesh.land[cell] === 1));
  return mesh;
}

/** How far inland a point lies, metres, negative outside: a rounded frame bent by noise, with capes and bays. */
function elevation({ seed, widthM, heightM }: LandSettings) {
  const border = noise(seed, 'border', 10000);
  const coast = noise(seed, 'coast', 8000);
  const roundingM = 9000;
  return (x: number, y: number): { toCoastM: number; toBorderM: number } => {
    const u = x / widthM;
    // The coast runs from the west to the north-east, as a slanting line with a shallow bay in its middle.
    const bay = Math.min(0.14, (u - 0.4) * (u - 0.4) * 1.1);
    const toCoastM = (0.66 + 0.16 * u + bay) * heightM - y + 2600 * coast(x, y);
    // The signed distance to a rectangle with rounded corners.
    const bentX = x + 3200 * border(x, y);
    const bentY = y + 3200 * border(y, x);
    const overX = Math.abs(bentX - 0.5 * widthM) - (0.44 * widthM - roundingM);
    const overY = Math.abs(bentY - 0.5 * heightM) - (0.43 * heightM - roundingM);
    const outX = Math.max(overX, 0);
    const outY = Math.max(overY, 0);
    const toBorderM = roundingM - Math.min(Math.max(overX, overY), 0) - Math.sqrt(outX * outX + outY * outY);
    return { toCoastM, toBorderM };
  };
}

/** Takes away single cells of land that stick out, and fills single notches. */
function wearDown(mesh: Mesh): void {
  const { land, columns, rows } = mesh;
  for (let round = 0; round < 3; round++) {
    for (let row = 2; row < rows - 2; row++) {
      for (let column = 2; column < columns - 2; column++) {
        const cell = row * columns + column;
        let around = 0;
        for (let direction = 0; direction < 6; direction++) around += land[neighbour(mesh, cell, direction)]!;
        if (around <= 2) land[cell] = 0;
        else if (around >= 4) land[cell] = 1;
      }
    }
  }
}

/** Keeps the largest piece of land and fills the water that the open sea does not reach. */
function keepOnePiece(mesh: Mesh): void {
  const { land } = mesh;
  const piece = new Int32Array(land.length).fill(-1);
  let largestPiece = -1;
  let largestSize = 0;
  for (let cell = 0; cell < land.length; cell++) {
    if (land[cell] !== 1 || piece[cell] !== -1) continue;
    const size = flood(mesh, cell, piece, cell);
    if (size > largestSize) {
      largestSize = size;
      largestPiece = cell;
    }
  }
  for (let cell = 0; cell < land.length; cell++) land[cell] = piece[cell] === largestPiece ? 1 : 0;
  piece.fill(-1);
  flood(mesh, mesh.columns + 1, piece, 0);
  for (let row = 2; row < mesh.rows - 2; row++) {
    for (let column = 2; column < mesh.columns - 2; column++) {
      const cell = row * mesh.columns + column;
      land[cell] = piece[cell] === 0 ? 0 : 1;
    }
  }
}

/** Marks all cells connected to `start` that are land or sea as it is; returns how many. */
function flood(mesh: Mesh, start: number, piece: Int32Array, id: number): number {
  const { land, columns, rows } = mesh;
  const stack = [start];
  piece[start] = id;
  let size = 0;
  while (stack.length > 0) {
    const cell = stack.pop()!;
    size++;
    const row = Math.floor(cell / columns);
    const column = cell % columns;
    if (row < 1 || column < 1 || row >= rows - 1 || column >= columns - 1) continue;
    for (let direction = 0; direction < 6; direction++) {
      const next = neighbour(mesh, cell, direction);
      if (piece[next] === -1 && land[next] === land[start]) {
        piece[next] = id;
        stack.push(next);
      }
    }
  }
  return size;
}
