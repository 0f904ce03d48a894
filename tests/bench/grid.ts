import { writeFile } from 'node:fs/promises';

export type GridBox = { west: number; south: number; degreesEast: number; degreesNorth: number };
const HALF_A_DEGREE: GridBox = { west: 3, south: 51, degreesEast: 0.5, degreesNorth: 0.5 };

/**
 * Writes a square grid of areas as GeoJSON and its dwellings as CSV: the input of every bench on many areas.
 * The counts follow a fixed pattern with a few estates, so that two runs measure the same work.
 */
export async function writeGrid(
  size: number,
  areasFile: string,
  tableFile: string,
  { west: left, south: bottom, degreesEast, degreesNorth }: GridBox = HALF_A_DEGREE,
): Promise<void> {
  const [width, height] = [degreesEast / size, degreesNorth / size];
  const features: string[] = [];
  const rows = ['code,social,dwellings,children'];
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const code = `G${String(row * size + column).padStart(6, '0')}`;
      const [west, south] = [left + column * width, bottom + row * height];
      const ring = [
        [west, south],
        [west + width, south],
        [west + width, south + height],
        [west, south + height],
        [west, south],
      ].map(([lon, lat]) => `[${lon!.toFixed(7)},${lat!.toFixed(7)}]`);
      features.push(
        `{"type":"Feature","properties":{"code":"${code}","name":"Cel ${row}-${column}"},"geometry":{"type":"Polygon","coordinates":[[${ring.join(',')}]]}}`,
      );
      const dwellings = 100 + ((row * 31 + column * 17) % 400);
      const estate = (row * 7 + column * 13) % 23 === 0;
      rows.push(
        `${code},${estate ? Math.floor(dwellings / 2) : dwellings % 9},${dwellings},${dwellings % 120}`,
      );
    }
  }
  await writeFile(areasFile, `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}`);
  await writeFile(tableFile, `${rows.join('\n')}\n`);
}
