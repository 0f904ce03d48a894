/**
 * Run by memory.test.ts in processes of their own:
 * `write PATH` makes a FeatureCollection of 210 MB like Statbel's sectors, `read PATH` reads it and prints
 * `{ records, growthBytes }`: by how much reading raised the peak of this process's resident memory.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { openFile } from '../../../server/readers/registry.ts';

const TARGET_BYTES = 210e6;
const CORNERS = 250;

const [task, path] = process.argv.slice(2) as [string, string];
if (task === 'write') writeLarge();
else await readLarge();

function writeLarge(): void {
  const file = openSync(path, 'w');
  let bytes = writeSync(file, '{"type":"FeatureCollection","features":[\n');
  let count = 0;
  for (; bytes < TARGET_BYTES; count++)
    bytes += writeSync(file, `${count === 0 ? '' : ',\n'}${sector(count)}`);
  writeSync(file, '\n],"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::31370"}}}');
  closeSync(file);
  console.log(JSON.stringify({ features: count, bytes }));
}

function sector(number: number): string {
  const ring = Array.from({ length: CORNERS }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / CORNERS;
    return [150_000 + number + 500 * Math.cos(angle), 200_000 + 500 * Math.sin(angle), 0];
  });
  return JSON.stringify({
    type: 'Feature',
    properties: { cd_sector: `${10_000 + number}A00-`, tx_sector_descr_fr: 'Liège-Centre', ms_area_ha: 78.5 },
    geometry: { type: 'MultiPolygon', coordinates: [[[...ring, ring[0]]]] },
  });
}

async function readLarge(): Promise<void> {
  const before = process.resourceUsage().maxRSS;
  const opened = await openFile(path);
  let records = 0;
  for await (const { geometry } of opened.records()) if (geometry !== null) records++;
  const growthBytes = (process.resourceUsage().maxRSS - before) * 1024;
  console.log(JSON.stringify({ records, growthBytes, epsg: opened.declaredEpsg }));
}
