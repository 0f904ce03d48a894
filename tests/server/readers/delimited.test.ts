import { describe, expect, it } from 'vitest';
import { openDelimited } from '../../../server/readers/delimited.ts';
import { parseNumber } from '../../../server/readers/number.ts';
import { openFile } from '../../../server/readers/registry.ts';
import { bytesSource, collect, readContent, writeFile } from './fixtures.ts';

const rows = async (content: string | Uint8Array, name = 'tabel.csv') =>
  (await readContent(name, content)).map(record => record.properties);

describe('a delimited text file', () => {
  it.each([
    ['comma', 'code,naam\n1,Aalst\n2,Gent\n'],
    ['semicolon', 'code;naam\n1;Aalst\n2;Gent\n'],
    ['tab', 'code\tnaam\n1\tAalst\n2\tGent\n'],
    ['bar', 'code|naam\n1|Aalst\n2|Gent\n'],
    ['byte order mark and CRLF', '\ufeffcode|naam\r\n1|Aalst\r\n2|Gent\r\n'],
    ['carriage returns alone', 'code;naam\r1;Aalst\r2;Gent\r'],
    ['no line break at the end', 'code,naam\n1,Aalst\n2,Gent'],
    ['quotes', '"code";"naam"\r\n"1";"Aalst"\r\n"2";"Gent"\r\n'],
    ['CRLF and LF mixed', 'code,naam\r\n1,Aalst\n"2","Gent"\r\n'],
  ])('with %s', async (_, text) => {
    expect(await rows(text)).toEqual([
      { code: '1', naam: 'Aalst' },
      { code: '2', naam: 'Gent' },
    ]);
  });

  it('keeps separators, quotes and line breaks inside quotes', async () => {
    expect(await rows('a;b\n"1;2";"zei ""ja"""\n"x\ny";z\n')).toEqual([
      { a: '1;2', b: 'zei "ja"' },
      { a: 'x\ny', b: 'z' },
    ]);
  });

  it('keeps a bar-separated text with a quote inside a word', async () => {
    expect(await rows('a|b\n1|het 6" park\n', 't.txt')).toEqual([{ a: '1', b: 'het 6" park' }]);
  });

  it('keeps codes with leading zeros and blanks as they are', async () => {
    expect(await rows('code,n\n0100,\n')).toEqual([{ code: '0100', n: '' }]);
  });

  it('gives a decimal comma as text that reads as a number', async () => {
    const [row] = await rows('code;km2\n11001;10,93\n');
    expect(row!.km2).toBe('10,93');
    expect(parseNumber(row!.km2)).toBe(10.93);
  });

  it('gives a text in a number column as text that reads as no number', async () => {
    const [row] = await rows('code;aantal\n11001;veel\n');
    expect(parseNumber(row!.aantal)).toBeNaN();
  });

  it('is read as windows-1252 when it is not UTF-8', async () => {
    expect(await rows(Buffer.from('code;naam\n1;Liège €\n'.replace('€', '\x80'), 'latin1'))).toEqual([
      { code: '1', naam: 'Liège €' },
    ]);
    expect(await rows('code;naam\n1;Liège €\n')).toEqual([{ code: '1', naam: 'Liège €' }]);
  });

  it('loses its byte order mark even when what follows is not UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.of(0xef, 0xbb, 0xbf),
      Buffer.from('"code";naam\n1;Liège\n', 'latin1'),
    ]);
    expect(await rows(bytes)).toEqual([{ code: '1', naam: 'Liège' }]);
  });

  it('has doubly encoded text repaired', async () => {
    expect(await rows('code;naam\n1;BrÃ¼gge\n')).toEqual([{ code: '1', naam: 'Brügge' }]);
  });

  it('has only a header: nothing to read', async () => {
    expect(await rows('code,naam\r\n')).toEqual([]);
  });

  it('passes over blank lines and counts them', async () => {
    const records = await readContent('a.csv', 'code,naam\n1,Aalst\n\r\n\n2,Gent\n\n');
    expect(records.map(record => record.number)).toEqual([1, 4]);
  });

  it('calls a nameless column by its place', async () => {
    expect(await rows(',naam\n0,Aalst\n')).toEqual([{ 'column 1': '0', naam: 'Aalst' }]);
  });

  it('takes the geometry from a column with GeoJSON, as Gent publishes it', async () => {
    const shape = '{"type":"Feature","geometry":{"type":"Point","coordinates":[3.7,51]},"properties":{}}';
    const path = writeFile('gent.csv', `naam;geometry\nPark;"${shape.replaceAll('"', '""')}"\nPlein;\n`);
    const file = await openFile(path);
    expect(file.spatial).toBe(true);
    expect(await collect(file)).toEqual([
      { number: 1, properties: { naam: 'Park' }, geometry: { type: 'Point', coordinates: [3.7, 51] } },
      { number: 2, properties: { naam: 'Plein' }, geometry: null },
    ]);
    expect((await openFile(writeFile('a.csv', 'a,b\n1,2\n'))).spatial).toBe(false);
  });

  it('reads the same however it is cut into chunks', async () => {
    const text = '\ufeffcode;naam;tekst\r\n1;Liège;"a;""b""\r\nc"\r\n2;Gent 漢;"x"\r\n\r\n3;"";z';
    for (const size of [1, 2, 3, 7, 64]) {
      const file = await openDelimited(bytesSource('a.csv', Buffer.from(text), [size]), {});
      expect(await collect(file)).toEqual([
        { number: 1, properties: { code: '1', naam: 'Liège', tekst: 'a;"b"\r\nc' }, geometry: null },
        { number: 2, properties: { code: '2', naam: 'Gent 漢', tekst: 'x' }, geometry: null },
        { number: 4, properties: { code: '3', naam: '', tekst: 'z' }, geometry: null },
      ]);
    }
  });
});

describe('a broken delimited file is refused with its name and the row', () => {
  it.each([
    ['a,b\n1,2\n1,2,3\n', 'tabel.csv: row 2 has 3 cells where the header has 2: "1 | 2 | 3"'],
    ['a,b\n1,2\n1\n', 'tabel.csv: row 2 has 1 cells where the header has 2'],
    ['code,naam,code\n1,2,3\n', 'tabel.csv: columns 1 and 3 are both called "code"; rename one'],
    ['__proto__,b\n1,2\n', 'column 1 cannot be called __proto__'],
    ['a,b\n1,2\n1,"open\n1,2\n', 'tabel.csv: row 2 opens a quote (") that is never closed'],
    ['a,b\n1,"x" y\n', 'tabel.csv: row 1 has text after a closing quote'],
    ['', 'tabel.csv: is empty (0 bytes)'],
    ['\n1,2\n', 'tabel.csv: its first line is blank'],
    ['x'.repeat(300_000), 'tabel.csv: its first line is longer than 262144 bytes; is it a table?'],
    ['a,b\n1,\0\n', 'tabel.csv: is not text'],
    [Buffer.from('\ufeffa;b\n1;2\n', 'utf16le'), 'tabel.csv: is UTF-16 text; save it as "CSV UTF-8"'],
  ])('%.40j', async (content, message) => {
    await expect(rows(content)).rejects.toThrow(message);
  });

  it('when a quote is never closed in a large file, long before its end', async () => {
    const text = `a,b\n1,"open\n${'1,2\n'.repeat(3_000_000)}`;
    let read = 0;
    const reading = readContent('a.csv', text, { onProgress: bytes => (read = bytes) });
    await expect(reading).rejects.toThrow('row 1 opens a quote (") that is never closed');
    expect(read).toBeLessThan(text.length / 2);
  });

  it('when it holds more records than the limit', async () => {
    const reading = readContent('a.csv', 'a\n1\n2\n', { limits: { maxRecords: 1 } });
    await expect(reading).rejects.toMatchObject({ code: 'too-large', details: { limit: 'maxRecords' } });
  });
});
