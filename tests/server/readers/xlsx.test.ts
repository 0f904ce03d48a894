import { describe, expect, it } from 'vitest';
import { openFile } from '../../../server/readers/registry.ts';
import { readContent, writeFile, zipBytes } from './fixtures.ts';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** Style 1 is the built-in date format 14 (ECMA-376, part 1, 18.8.30). */
const STYLES = `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`;

/** A workbook with the given XML rows in each sheet. */
function workbook(sheets: Record<string, string>, names = Object.keys(sheets)): Buffer {
  const list = names
    .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
    .join('');
  const relations = names
    .map(
      (_, index) =>
        `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
    )
    .join('');
  return zipBytes([
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${list}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${relations}<Relationship Id="rId99" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: 'xl/styles.xml', content: STYLES },
    ...names.map((name, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: `<worksheet xmlns="${MAIN}"><sheetData>${sheets[name]}</sheetData></worksheet>`,
    })),
  ]);
}

const text = (address: string, value: string) =>
  `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (address: string, value: number, style = 0) =>
  `<c r="${address}" s="${style}"><v>${value}</v></c>`;
const HEADER = `<row r="1">${text('A1', 'code')}${text('B1', 'aantal')}</row>`;

describe('a workbook', () => {
  it('gives the first sheet, its header in the first row that is not blank', async () => {
    const rows = `<row r="3">${text('A3', 'code')}${text('B3', 'aantal')}</row><row r="4">${text('A4', '0100')}${number('B4', 12.5)}</row><row r="6">${text('A6', 'B')}</row>`;
    expect(await readContent('a.xlsx', workbook({ Blad1: rows }))).toEqual([
      { number: 1, properties: { code: '0100', aantal: 12.5 }, geometry: null },
      { number: 3, properties: { code: 'B', aantal: null }, geometry: null },
    ]);
  });

  it('gives dates as ISO text (serial 45658 is 1 January 2025)', async () => {
    const rows = `<row r="1">${text('A1', 'dag')}</row><row r="2">${number('A2', 45658, 1)}</row><row r="3">${number('A3', 45658.75, 1)}</row>`;
    const records = await readContent('a.xlsx', workbook({ Blad1: rows }));
    expect(records.map(record => record.properties.dag)).toEqual(['2025-01-01', '2025-01-01T18:00:00']);
  });

  it('gives an error in a cell as null', async () => {
    const rows = `${HEADER}<row r="2">${text('A2', 'A')}<c r="B2" t="e"><v>#N/A</v></c></row>`;
    expect((await readContent('a.xlsx', workbook({ Blad1: rows })))[0]!.properties).toEqual({
      code: 'A',
      aantal: null,
    });
  });

  it('leaves out a nameless column without values and names one with values by its place', async () => {
    const rows = `<row r="1">${text('A1', 'code')}</row><row r="2">${text('A2', 'A')}${text('C2', 'x')}</row>`;
    expect((await readContent('a.xlsx', workbook({ Blad1: rows })))[0]!.properties).toEqual({
      code: 'A',
      'column 3': 'x',
    });
  });

  it('gives another sheet by name, else by position', async () => {
    const filled = `${HEADER}<row r="2">${text('A2', 'A')}</row>`;
    const book = workbook({ Uitleg: HEADER, '2024': filled }, ['Uitleg', '2024']);
    expect(await readContent('a.xlsx', book)).toEqual([]);
    expect(await readContent('a.xlsx', book, { sheet: '2024' })).toHaveLength(1);
    expect(await readContent('a.xlsx', book, { sheet: '2' })).toHaveLength(1);
    await expect(readContent('a.xlsx', book, { sheet: 'Blad9' })).rejects.toThrow(
      'a.xlsx: has no sheet "Blad9"; there are "Uitleg", "2024"',
    );
  });

  it('is known by its content, whatever it is called', async () => {
    expect((await openFile(writeFile('a.zip', workbook({ Blad1: HEADER })))).format).toBe('xlsx');
  });
});

describe('a workbook is refused', () => {
  it('when two columns have one name', async () => {
    const rows = `<row r="1">${text('A1', 'code')}${text('B1', 'code')}</row>`;
    await expect(readContent('a.xlsx', workbook({ Blad1: rows }))).rejects.toThrow(
      'a.xlsx: columns 1 and 2 are both called "code"',
    );
  });

  it('when the sheet is blank', async () => {
    await expect(readContent('a.xlsx', workbook({ Blad1: '' }))).rejects.toThrow(
      'a.xlsx: the sheet is blank',
    );
  });

  it('when a row or cell stands absurdly far away', async () => {
    const far = `${HEADER}<row r="999999999">${text('A999999999', 'x')}</row>`;
    await expect(readContent('a.xlsx', workbook({ Blad1: far }))).rejects.toMatchObject({
      code: 'too-large',
    });
    const wide =
      HEADER +
      Array.from(
        { length: 4000 },
        (_, row) => `<row r="${row + 2}">${text(`XFD${row + 2}`, 'x')}</row>`,
      ).join('');
    await expect(readContent('a.xlsx', workbook({ Blad1: wide }))).rejects.toMatchObject({
      code: 'too-large',
      details: { limit: 'maxCells' },
    });
  });

  it('when it is larger than the limit unpacked', async () => {
    await expect(
      readContent('a.xlsx', workbook({ Blad1: HEADER }), { limits: { maxBytes: 800 } }),
    ).rejects.toMatchObject({ code: 'too-large' });
  });

  it('when it is damaged', async () => {
    const book = workbook({ Blad1: '<row' });
    await expect(readContent('a.xlsx', book)).rejects.toThrow(/^a\.xlsx: /);
  });
});
