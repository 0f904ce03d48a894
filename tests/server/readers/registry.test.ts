import { describe, expect, it } from 'vitest';
import { fileHash } from '../../../server/readers/hash.ts';
import { openFile, readers } from '../../../server/readers/registry.ts';
import { readContent, temporaryFolder, writeFile } from './fixtures.ts';

const GEOJSON = '{"type":"FeatureCollection","features":[]}';

describe('opening a file', () => {
  it('finds the format by content where the name says nothing', async () => {
    expect((await openFile(writeFile('a.txt', GEOJSON))).format).toBe('geojson');
    expect((await openFile(writeFile('download', ` ${GEOJSON}`))).format).toBe('geojson');
    expect((await openFile(writeFile('a.TXT', 'a|b\n1|2\n'))).format).toBe('delimited');
  });

  it('lists the known formats when it has another', async () => {
    const reading = readContent('kaart.gml', '<xml/>');
    await expect(reading).rejects.toMatchObject({
      code: 'bad-input',
      details: { formats: readers.map(reader => reader.id) },
    });
    await expect(reading).rejects.toThrow(
      'kaart.gml: has an unknown format (.gml). Known formats: GeoJSON (.geojson .json .geojsonl .geojsons .ndjson .jsonl), Shapefile (.shp), CSV and delimited text (.csv .tsv .tab .psv .txt), Excel workbook (.xlsx), OpenStreetMap (.osm .pbf), and each but the workbook and OpenStreetMap in a .zip',
    );
  });

  it.each([
    ['oud.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'save it as .xlsx'],
    ['laag.gpkg', 'SQLite format 3\0', 'export the layer as GeoJSON or shapefile'],
    ['a.csv.gz', Buffer.from('1f8b08', 'hex'), 'unpack it first'],
    ['a.xlsx', 'a;b', 'is not a .xlsx file'],
  ])('says what to do with %s', async (name, content, advice) => {
    await expect(readContent(name, content)).rejects.toThrow(advice);
  });

  it('says so when there is no such file, or it is a folder', async () => {
    const folder = temporaryFolder();
    await expect(openFile(`${folder}/none.csv`)).rejects.toMatchObject({
      code: 'not-found',
      message: `${folder}/none.csv: there is no such file`,
    });
    await expect(openFile(folder)).rejects.toThrow('is not a file; give one file, not a folder');
  });
});

it('the hash of a file is its SHA-256 (FIPS 180-2, appendix B.1)', async () => {
  expect(await fileHash(writeFile('abc.txt', 'abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
