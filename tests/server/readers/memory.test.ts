import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from './fixtures.ts';

function run(task: 'write' | 'read', path: string) {
  const program = join(import.meta.dirname, 'large-geojson.ts');
  return JSON.parse(execFileSync(process.execPath, [program, task, path], { encoding: 'utf8' }));
}

it('a FeatureCollection of 210 MB is read with less than 300 MB more memory', () => {
  const path = join(temporaryFolder(), 'sectors.geojson');
  const written = run('write', path);
  expect(written.bytes).toBeGreaterThan(209e6);
  const { records, growthBytes, epsg } = run('read', path);
  expect({ records, epsg }).toEqual({ records: written.features, epsg: 31370 });
  expect(growthBytes).toBeLessThan(300e6);
});
