import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Position } from 'geojson';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { csvWriter } from '../../../server/writers/csv.ts';
import { geojsonWriter } from '../../../server/writers/geojson.ts';
import { writerById, writers } from '../../../server/writers/registry.ts';
import type { Cell, ExportRow, ExportTable, Writer } from '../../../server/writers/types.ts';
import { xlsxWriter } from '../../../server/writers/xlsx.ts';

const provenance = {
  release: 'abc',
  region: 'test',
  level: 'sector',
  vintage: 2024,
  year: 2023,
  source: 'Bureau, "the" one',
  licence: null,
  date: '2026-11-23',
  synthetic: true,
};

function table(rows: readonly Partial<ExportRow>[], columns = ['code', 'value']): ExportTable {
  return {
    columns,
    provenance,
    rows: (async function* () {
      for (const row of rows) yield { id: 'x', geometry: null, cells: [] as Cell[], ...row };
    })(),
  };
}

async function written(writer: Writer, exported: ExportTable): Promise<string> {
  let text = '';
  for await (const piece of writer.write(exported)) text += piece;
  return text;
}

describe('CSV', () => {
  test('quotes what RFC 4180 asks to quote, and writes nothing where a value is not there', async () => {
    const rows: Cell[][] = [
      ['plain', 1.5],
      ['with, comma', null],
      ['with "quotes"', 0],
      ['two\nlines', -1e-9],
      ['=1+1', true],
    ];
    const lines = (await written(csvWriter, table(rows.map(cells => ({ cells }))))).split('\r\n');
    const tail = 'abc,"Bureau, ""the"" one",,2026-11-23,true';
    expect(lines).toEqual([
      'code,value,release,source,licence,date,synthetic',
      `plain,1.5,${tail}`,
      `"with, comma",,${tail}`,
      `"with ""quotes""",0,${tail}`,
      `"two\nlines",-1e-9,${tail}`,
      `=1+1,true,${tail}`,
      '',
    ]);
  });

  test('is a header alone where there is nothing', async () => {
    expect(await written(csvWriter, table([]))).toBe('code,value,release,source,licence,date,synthetic\r\n');
  });

  test('holds every row of a long table', async () => {
    const rows = Array.from({ length: 1234 }, (_, index) => ({ cells: [`c${index}`, index] }));
    const lines = (await written(csvWriter, table(rows))).trimEnd().split('\r\n');
    expect(lines).toHaveLength(1235);
    expect(lines[1234]).toMatch(/^c1233,1233,/);
  });
});

describe('GeoJSON', () => {
  const square = (west: number, south: number, size: number): Position[] => [
    [west, south],
    [west, south + size],
    [west + size, south + size],
    [west + size, south],
    [west, south],
  ];

  test('turns outer rings counterclockwise and holes clockwise, whatever came', async () => {
    // Both rings run clockwise: up, right, down.
    const geometry = { type: 'Polygon' as const, coordinates: [square(0, 0, 4), square(1, 1, 2)] };
    const { features } = JSON.parse(await written(geojsonWriter, table([{ geometry, cells: ['a', 1] }])));
    expect(features[0].geometry.coordinates).toEqual([square(0, 0, 4).toReversed(), square(1, 1, 2)]);
  });

  test('gives the box of all features and where they come from', async () => {
    const rows = [
      { geometry: { type: 'Point' as const, coordinates: [3, 51] }, cells: ['a', 1] },
      {
        geometry: {
          type: 'GeometryCollection' as const,
          geometries: [
            { type: 'Point' as const, coordinates: [4, 50] },
            { type: 'MultiPolygon' as const, coordinates: [[square(2, 52, 0.5)]] },
          ],
        },
        cells: ['b', null],
      },
      { geometry: null, cells: ['c', 2] },
    ];
    const collection = JSON.parse(await written(geojsonWriter, table(rows)));
    expect(collection.bbox).toEqual([2, 50, 4, 52.5]);
    expect(collection.buurtbalans).toEqual(provenance);
    expect(collection.features[1].properties).toEqual({ code: 'b', value: null });
    expect(collection.features[2].geometry).toBeNull();
  });

  test('is an empty collection where there is nothing', async () => {
    expect(JSON.parse(await written(geojsonWriter, table([])))).toEqual({
      type: 'FeatureCollection',
      buurtbalans: provenance,
      features: [],
    });
  });
});

describe('XLSX', () => {
  test('keeps texts as texts, numbers as numbers, and says where they come from', async () => {
    const rows: Cell[][] = [
      ['=HYPERLINK("http://x")', 0.1 + 0.2],
      ['é\u0000\u001f <&> ', null],
      ['0012', -3],
    ];
    const pieces: Uint8Array[] = [];
    for await (const piece of xlsxWriter.write(table(rows.map(cells => ({ cells }))))) {
      pieces.push(piece as Uint8Array);
    }
    const path = join(tmpdir(), `buurtbalans-${process.pid}-formats.xlsx`);
    await writeFile(path, Buffer.concat(pieces));
    // read-excel-file is another program than the one that writes.
    expect(await readSheet(path, 'data')).toEqual([
      ['code', 'value'],
      ['=HYPERLINK("http://x")', 0.1 + 0.2],
      ['é <&>', null],
      ['0012', -3],
    ]);
    const source = new Map((await readSheet(path, 'source')) as [string, unknown][]);
    expect(source.get('release')).toBe('abc');
    expect(source.get('source')).toBe('Bureau, "the" one');
    expect(source.get('year')).toBe(2023);
    await rm(path);
  });
});

test('an unknown format is answered with the list of those there are', () => {
  expect(writers.map(writer => writer.id)).toEqual(['geojson', 'csv', 'xlsx']);
  expect(() => writerById('gpkg')).toThrow('There is no format "gpkg"; there are: geojson, csv, xlsx');
});
