/** `npm run bench`: speed and memory as figures, one line each; nothing here passes or fails. */
import { cpus } from 'node:os';
import { bench as benchCore } from '../tests/bench/core.ts';
import { bench as benchIndices } from '../tests/bench/indices.ts';
import { bench as benchInstance } from '../tests/bench/instance.ts';
import { bench as benchNetwork } from '../tests/bench/network.ts';
import { bench as benchReach } from '../tests/bench/reach.ts';
import { benchEmbedded as benchScale, benchServer as benchScaleServer } from '../tests/bench/scale.ts';
import { bench as benchSiting } from '../tests/bench/siting.ts';
import { bench as benchSpreading } from '../tests/bench/spreading.ts';

const BENCHES = {
  core: benchCore,
  spreading: benchSpreading,
  network: benchNetwork,
  reach: benchReach,
  scale: benchScale,
  'scale-server': benchScaleServer,
  siting: benchSiting,
  indices: benchIndices,
  instance: benchInstance,
};

const wanted = process.argv.slice(2);
console.log(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n${name}`);
  for (const { name: what, value, unit, note } of await bench()) {
    const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
    console.log(
      `  ${what.padEnd(64)} ${value.toFixed(digits).padStart(10)} ${unit}${note ? `  (${note})` : ''}`,
    );
  }
}
