import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { openFile } from '../../../server/readers/registry.ts';
import { collect, readContent, writeFile, type ZipFixture, zipBytes } from './fixtures.ts';

const GEOJSON =
  '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"A"},"geometry":null}]}';
const DATA: ZipFixture = { name: 'data.geojson', content: GEOJSON };
const read = (files: ZipFixture[], options = {}) => readContent('data.zip', zipBytes(files), options);

describe('a zip', () => {
  it('is opened where it is: GeoJSON in a folder, as Statbel publishes it', async () => {
    const path = writeFile(
      'sectoren.geojson.zip',
      zipBytes([{ ...DATA, name: 'sectoren/sectoren.geojson' }]),
    );
    const file = await openFile(path);
    expect(file).toMatchObject({ format: 'geojson', name: 'sectoren.geojson.zip', spatial: true });
    expect(await collect(file)).toEqual([{ number: 1, properties: { code: 'A' }, geometry: null }]);
  });

  it('finds a crs behind the features of a zipped file', async () => {
    const content =
      '{"type":"FeatureCollection","features":[],"crs":{"type":"name","properties":{"name":"EPSG:31370"}}}';
    expect(
      (await openFile(writeFile('a.zip', zipBytes([{ name: 'a.geojson', content }])))).declaredEpsg,
    ).toBe(31370);
  });

  it('holds a text file with bars, as OPENDATA_SECTOREN', async () => {
    const content = '\ufeffCD_REFNIS|CD_SECTOR|TOTAL\r\n11001|11001A00-|1200\r\n';
    expect(await read([{ name: 'OPENDATA_SECTOREN_2024.txt', content }])).toEqual([
      {
        number: 1,
        properties: { CD_REFNIS: '11001', CD_SECTOR: '11001A00-', TOTAL: '1200' },
        geometry: null,
      },
    ]);
  });

  it('may hold its data stored instead of deflated', async () => {
    expect(await read([{ ...DATA, method: 0 }])).toHaveLength(1);
  });

  it('may hold a readme and what macOS and Windows add', async () => {
    const clutter = ['__MACOSX/._data.geojson', '.DS_Store', '._data.geojson', 'LEESMIJ.txt', 'Thumbs.db'];
    expect(
      await read([...clutter.map(name => ({ name, content: 'x' })), { name: 'map/', content: '' }, DATA]),
    ).toHaveLength(1);
  });

  it('leaves nothing behind in the temporary folder', async () => {
    const unpacked = () => readdirSync(tmpdir()).filter(name => name.includes('data.geojson'));
    await read([DATA]);
    expect(unpacked()).toEqual([]);
  });
});

describe('a zip is refused', () => {
  it.each([
    '../x.geojson',
    'a/../../x.geojson',
    '/etc/x.geojson',
    'C:/x.geojson',
    'a\\x.geojson',
    '..\\x.geojson',
    'x\0.geojson',
  ])('when a name leads out of it or is no plain path: %j', async name => {
    await expect(read([{ ...DATA, name }])).rejects.toThrow(
      `data.zip: the name ${JSON.stringify(name)} leads out of the zip or is not a plain path`,
    );
  });

  it('when an entry is encrypted', async () => {
    await expect(read([{ ...DATA, encrypted: true }])).rejects.toThrow(
      'data.geojson is encrypted; give a zip without a password',
    );
  });

  it('when an entry is a symbolic link', async () => {
    await expect(read([{ ...DATA, content: '/etc/passwd', unixMode: 0o120777 }])).rejects.toThrow(
      'data.geojson is a symbolic link',
    );
  });

  it('when it holds another zip', async () => {
    await expect(read([DATA, { name: 'inner.zip', content: zipBytes([DATA]) }])).rejects.toThrow(
      'data.zip: holds another archive (inner.zip); unpack it',
    );
  });

  it('when it is packed in a way that is not read', async () => {
    await expect(read([{ ...DATA, method: 9 }])).rejects.toThrow('data.geojson is packed with method 9');
  });

  it('when there is no choice to make', async () => {
    await expect(read([DATA, { ...DATA, name: 'more.geojson' }])).rejects.toThrow(
      'data.zip: holds 2 data files (data.geojson, more.geojson); unzip it and give one',
    );
    await expect(read([{ name: 'a.pdf', content: 'x' }])).rejects.toThrow(
      'holds no GeoJSON, shapefile or CSV (it holds a.pdf)',
    );
    await expect(read([])).rejects.toThrow('data.zip: is an empty zip');
    await expect(read([{ name: 'a.xlsx', content: 'x' }])).rejects.toThrow(
      'holds a workbook (a.xlsx); unzip it',
    );
    await expect(read([{ ...DATA, content: '' }])).rejects.toThrow(
      'data.zip (data.geojson): is empty (0 bytes)',
    );
  });

  it('when it is cut off or damaged', async () => {
    const whole = zipBytes([DATA]);
    await expect(readContent('data.zip', whole.subarray(0, -30))).rejects.toThrow(
      /^data\.zip: is a damaged zip/,
    );
    const damaged = Buffer.from(whole);
    damaged.fill(0xff, 50, 60);
    await expect(readContent('data.zip', damaged)).rejects.toThrow(
      /^data\.zip \(data\.geojson\): is a damaged zip/,
    );
    await expect(read([{ ...DATA, crc: 1 }])).rejects.toThrow('its checksum does not fit');
    await expect(readContent('data.zip', 'no zip')).rejects.toThrow(
      'data.zip: is not a .zip file, whatever its name says',
    );
  });
});

describe('a zip bomb is refused before it goes off', () => {
  const zeros = Buffer.alloc(200 * 2 ** 20);

  /** Memory outside the heap that reading took; what is unpacked lives there. */
  async function growth(reading: () => Promise<unknown>): Promise<number> {
    const before = process.memoryUsage();
    let peak = 0;
    const watch = setInterval(() => {
      const { external, arrayBuffers } = process.memoryUsage();
      peak = Math.max(peak, external + arrayBuffers - before.external - before.arrayBuffers);
    }, 1);
    await reading().finally(() => clearInterval(watch));
    return peak;
  }

  it('200 MB of zeros in 200 kB, by its ratio, without unpacking any of it', async () => {
    const path = writeFile('bomb.zip', zipBytes([{ name: 'data.geojson', content: zeros }]));
    let unpacked = 0;
    const opening = openFile(path, { onProgress: bytes => (unpacked = bytes) });
    await expect(opening).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringMatching(
        /^bomb\.zip: data\.geojson unpacks to 200 MB, 10\d\d times its size in the zip, and at most 200 times is read; unpack it yourself/,
      ),
      details: { limit: 'maxCompressionRatio', maximum: 200 },
    });
    expect(unpacked).toBe(0);
  });

  it('the same, announced as 1 kB, at the first byte past what it announces', async () => {
    const path = writeFile('liar.zip', zipBytes([{ name: 'data.csv', content: zeros, announcedSize: 1000 }]));
    const peak = await growth(() =>
      expect(openFile(path)).rejects.toThrow(
        /^liar\.zip \(data\.csv\): is a damaged zip \(too many bytes in the stream/,
      ),
    );
    expect(peak).toBeLessThan(20 * 2 ** 20);
  });

  it('many entries that are large together', async () => {
    const entry = (name: string) => ({ name, content: zeros.subarray(0, 10 * 2 ** 20) });
    const reading = read([entry('a.csv'), entry('b.csv'), entry('c.csv')], {
      limits: { maxBytes: 25 * 2 ** 20 },
    });
    await expect(reading).rejects.toMatchObject({
      code: 'too-large',
      details: { limit: 'maxBytes', value: 30 * 2 ** 20 },
    });
  });

  it('more entries than are looked at', async () => {
    const files = Array.from({ length: 10_001 }, (_, index) => ({ name: `${index}.txt`, content: '' }));
    await expect(read(files)).rejects.toMatchObject({
      code: 'too-large',
      details: { limit: 'maxZipEntries', value: 10_001 },
    });
  });

  it('but a small file of equal rows passes, however well it shrinks', async () => {
    const content = `a,b\n${'1,2\n'.repeat(500_000)}`;
    expect(await read([{ name: 'a.csv', content }])).toHaveLength(500_000);
  });
});
