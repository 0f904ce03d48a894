import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFile } from '../../../server/readers/registry.ts';
import {
  collect,
  type DbfField,
  dbfBytes,
  polygonShpBytes,
  readContent,
  readPath,
  type ShapeFixture,
  temporaryFolder,
  zipBytes,
} from './fixtures.ts';

const LAMBERT_72 = 'PROJCS["Belge_Lambert_1972",GEOGCS["GCS_Belge_1972",DATUM["D_Belge_1972"]]]';
/** Clockwise, as the outside of a polygon in a shapefile. */
const square = (x: number, y: number, size: number) =>
  [
    [x, y],
    [x, y + size],
    [x + size, y + size],
    [x + size, y],
    [x, y],
  ] as const satisfies [number, number][];
const SQUARE = [square(150000, 200000, 10)];

type Parts = {
  fields?: DbfField[];
  rows?: (string | Uint8Array)[][];
  shapes?: ShapeFixture[];
  cpg?: string;
  prj?: string;
  language?: number;
  deleted?: number[];
  withHeights?: boolean;
};

/** The parts of a shapefile by extension. */
function parts({ fields = [{ name: 'CODE', type: 'C', length: 10 }], rows = [['A']], ...rest }: Parts) {
  const shapes = rest.shapes ?? rows.map(() => SQUARE);
  const files: Record<string, Uint8Array | string> = {
    '.shp': polygonShpBytes(shapes, { withHeights: rest.withHeights ?? false }),
    '.dbf': dbfBytes(fields, rows, { language: rest.language ?? 0, deleted: rest.deleted ?? [] }),
  };
  if (rest.cpg !== undefined) files['.cpg'] = rest.cpg;
  if (rest.prj !== undefined) files['.prj'] = rest.prj;
  return files;
}

function writeParts(files: Record<string, Uint8Array | string>, name = 'wijken'): string {
  const folder = temporaryFolder();
  for (const [extension, content] of Object.entries(files))
    writeFileSync(join(folder, name + extension), content);
  return join(folder, `${name}.shp`);
}

const properties = async (given: Parts) =>
  (await readPath(writeParts(parts(given)))).map(record => record.properties);

describe('a shapefile', () => {
  it('gives shapes with their attributes, in its own coordinates', async () => {
    const path = writeParts(
      parts({ rows: [['A'], ['B']], shapes: [SQUARE, [square(0, 0, 1)]], prj: LAMBERT_72 }),
    );
    const file = await openFile(path);
    expect(file).toMatchObject({
      format: 'shapefile',
      name: 'wijken.shp',
      declaredEpsg: 31370,
      spatial: true,
    });
    expect(await collect(file)).toEqual([
      {
        number: 1,
        properties: { CODE: 'A' },
        geometry: { type: 'Polygon', coordinates: [square(150000, 200000, 10)] },
      },
      { number: 2, properties: { CODE: 'B' }, geometry: { type: 'Polygon', coordinates: [square(0, 0, 1)] } },
    ]);
  });

  it('keeps islands and holes apart', async () => {
    const hole = [...square(2, 2, 1)].reverse();
    const [record] = await readPath(
      writeParts(parts({ shapes: [[square(0, 0, 10), hole, square(20, 0, 5)]] })),
    );
    expect(record!.geometry).toEqual({
      type: 'MultiPolygon',
      coordinates: [[square(0, 0, 10), hole], [square(20, 0, 5)]],
    });
  });

  it('gives a null shape a null geometry', async () => {
    const records = await readPath(writeParts(parts({ rows: [['A'], ['B']], shapes: [null, SQUARE] })));
    expect(records.map(record => record.geometry?.type ?? null)).toEqual([null, 'Polygon']);
  });

  it('drops heights', async () => {
    const [record] = await readPath(writeParts(parts({ withHeights: true })));
    expect(record!.geometry).toEqual({ type: 'Polygon', coordinates: [square(150000, 200000, 10)] });
  });

  it('finds its parts whatever the case of their names, and does without .shx, .prj and .cpg', async () => {
    const { '.shp': shp, '.dbf': dbf } = parts({});
    expect((await openFile(writeParts({ '.shp': shp!, '.DBF': dbf! }))).declaredEpsg).toBeNull();
  });

  it('leaves out what its table marks as deleted, and keeps the numbers of the others', async () => {
    const records = await readPath(writeParts(parts({ rows: [['A'], ['B'], ['C']], deleted: [1] })));
    expect(records.map(({ number, properties: { CODE } }) => [number, CODE])).toEqual([
      [1, 'A'],
      [3, 'C'],
    ]);
  });

  it('is read from a zip, in a folder of it, beside a readme and what macOS adds', async () => {
    const files = Object.entries(parts({ prj: LAMBERT_72, cpg: 'UTF-8' })).flatMap(([extension, content]) => [
      { name: `kaart/wijken${extension}`, content },
      { name: `__MACOSX/kaart/._wijken${extension}`, content: 'x' },
    ]);
    const zip = zipBytes([...files, { name: 'kaart/LEESMIJ.txt', content: 'hallo' }]);
    expect(await readContent('wijken.zip', zip)).toEqual([
      {
        number: 1,
        properties: { CODE: 'A' },
        geometry: { type: 'Polygon', coordinates: [square(150000, 200000, 10)] },
      },
    ]);
  });
});

describe('the attributes of a shapefile', () => {
  it('lose trailing blanks only; a blank one is null', async () => {
    const fields: DbfField[] = [
      { name: 'CODE', type: 'C', length: 10 },
      { name: 'NAAM', type: 'C', length: 8 },
    ];
    expect(await properties({ fields, rows: [[' 11001A00-', '']] })).toEqual([
      { CODE: ' 11001A00-', NAAM: null },
    ]);
  });

  it('are numbers in number fields, but a code with a leading zero or sixteen digits stays as given', async () => {
    const fields: DbfField[] = [{ name: 'N', type: 'N', length: 18, decimals: 2 }];
    const rows = [
      ['11001'],
      ['-12.50'],
      ['01000'],
      ['0.5'],
      ['1234567890123456'],
      ['******'],
      [''],
      ['1.5e+3'],
    ];
    expect((await properties({ fields, rows })).map(({ N }) => N)).toEqual([
      11001,
      -12.5,
      '01000',
      0.5,
      '1234567890123456',
      null,
      null,
      1500,
    ]);
  });

  it('are ISO dates and truth values', async () => {
    const fields: DbfField[] = [
      { name: 'D', type: 'D', length: 8 },
      { name: 'L', type: 'L', length: 1 },
    ];
    expect(
      await properties({
        fields,
        rows: [
          ['20250101', 'T'],
          ['', '?'],
          ['00000000', 'n'],
        ],
      }),
    ).toEqual([
      { D: '2025-01-01', L: true },
      { D: null, L: null },
      { D: null, L: false },
    ]);
  });

  it.each([
    ['UTF-8', Buffer.from('Liège'), 'Liège'],
    ['65001', Buffer.from('Liège'), 'Liège'],
    ['1252', Buffer.from('Li\xe8ge', 'latin1'), 'Liège'],
    ['ANSI 1252', Buffer.from('Li\xe8ge', 'latin1'), 'Liège'],
    ['ISO-8859-1', Buffer.from('Li\xe8ge', 'latin1'), 'Liège'],
    ['88592', Buffer.of(0xa3), 'Ł'],
    [undefined, Buffer.from('Li\xe8ge', 'latin1'), 'Liège'],
    // A .cpg that promises UTF-8 over bytes that are not.
    ['UTF-8', Buffer.from('Li\xe8ge', 'latin1'), 'Liège'],
    // UTF-8 without a .cpg is doubly encoded text.
    [undefined, Buffer.from('Brügge'), 'Brügge'],
  ])('are read in the encoding of the .cpg: %s', async (cpg, bytes, expected) => {
    expect(await properties({ rows: [[bytes]], ...(cpg === undefined ? {} : { cpg }) })).toEqual([
      { CODE: expected },
    ]);
  });

  it('are read in the code page of the table where there is no .cpg', async () => {
    expect(await properties({ rows: [[Buffer.of(0xa3)]], language: 0xc8 })).toEqual([{ CODE: 'Ł' }]);
  });
});

describe('a broken shapefile is refused', () => {
  it('without its .dbf', async () => {
    await expect(readPath(writeParts({ '.shp': parts({})['.shp']! }))).rejects.toThrow(
      'wijken.shp: its .dbf is missing',
    );
  });

  it('when a part of it is given instead', async () => {
    await expect(readContent('wijken.dbf', parts({})['.dbf']!)).rejects.toThrow('give wijken.shp');
  });

  it('when the .shp is cut off', async () => {
    const files = parts({});
    const shp = files['.shp'] as Buffer;
    await expect(readPath(writeParts({ ...files, '.shp': shp.subarray(0, -20) }))).rejects.toThrow(
      `wijken.shp: is cut off: it announces ${shp.length} bytes and has ${shp.length - 20}`,
    );
  });

  it('when the .dbf is cut off', async () => {
    const files = parts({ rows: [['A'], ['B'], ['C']] });
    const dbf = (files['.dbf'] as Buffer).subarray(0, -8);
    await expect(readPath(writeParts({ ...files, '.dbf': dbf }))).rejects.toThrow(
      'wijken.dbf: is cut off: it announces 3 records and ends after 2',
    );
  });

  it('when shapes and records do not pair', async () => {
    const files = parts({ rows: [['A'], ['B']] });
    const fewer = polygonShpBytes([SQUARE]);
    const more = polygonShpBytes([SQUARE, SQUARE, SQUARE]);
    await expect(readPath(writeParts({ ...files, '.shp': fewer }))).rejects.toThrow(
      'has 1 shapes and its .dbf 2 records',
    );
    await expect(readPath(writeParts({ ...files, '.shp': more }))).rejects.toThrow(
      'more shapes than its .dbf has records (2)',
    );
  });

  it('when a record announces more than the file holds', async () => {
    const files = parts({});
    const shp = Buffer.from(files['.shp'] as Buffer);
    shp.writeInt32BE(2 ** 30, 104);
    await expect(readPath(writeParts({ ...files, '.shp': shp }))).rejects.toThrow(
      /^wijken\.shp: feature 1 cannot be read/,
    );
  });

  it('when a coordinate is no number', async () => {
    const shapes = [
      [
        [
          [0, 0],
          [0, Number.NaN],
          [1, 1],
          [0, 0],
        ],
      ],
    ] as ShapeFixture[];
    await expect(readPath(writeParts(parts({ shapes })))).rejects.toThrow(
      'wijken.shp: feature 1: position [0,null]',
    );
  });

  it('when its encoding is unknown', async () => {
    await expect(readPath(writeParts(parts({ cpg: 'klingon' })))).rejects.toThrow(
      'wijken.dbf: its .cpg names the encoding "klingon"',
    );
  });

  it('when a part is empty or something else', async () => {
    const files = parts({});
    await expect(readPath(writeParts({ ...files, '.shp': '' }))).rejects.toThrow(
      'wijken.shp: is empty (0 bytes)',
    );
    await expect(readPath(writeParts({ ...files, '.dbf': '' }))).rejects.toThrow(
      'wijken.dbf: is empty (0 bytes)',
    );
    await expect(readPath(writeParts({ ...files, '.shp': 'x'.repeat(200) }))).rejects.toThrow(
      'is not a shapefile',
    );
    await expect(readPath(writeParts({ ...files, '.dbf': 'x' }))).rejects.toThrow(
      'wijken.dbf: is not a dBase table',
    );
  });

  it('but an empty .cpg or .prj says nothing', async () => {
    expect(await readPath(writeParts({ ...parts({}), '.cpg': '', '.prj': '' }))).toHaveLength(1);
  });

  it.each(['.shp', '.dbf'])('when its %s in a zip does not fit its checksum', async damaged => {
    const entries = Object.entries(parts({})).map(([extension, content]) =>
      extension === damaged
        ? { name: `wijken${extension}`, content, crc: 1 }
        : { name: `wijken${extension}`, content },
    );
    await expect(readContent('wijken.zip', zipBytes(entries))).rejects.toThrow(
      `wijken.zip (wijken${damaged}): is a damaged zip (its checksum does not fit)`,
    );
  });

  it('when the caller no longer wants it, halfway', async () => {
    const abort = new AbortController();
    const path = writeParts(parts({ rows: Array.from({ length: 40_000 }, () => ['A']) }));
    const file = await openFile(path, { signal: abort.signal });
    const reading = async () => {
      for await (const { number } of file.records()) if (number === 10) abort.abort();
    };
    await expect(reading()).rejects.toThrow(/abort/i);
  });
});
