import { mkdtempSync, rmSync, writeFileSync, createReadStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTable, TableRefusal } from '.';
import { sheet, zip } from './packed-workbook';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'table-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function read(bytes: Buffer | string) {
  const path = join(folder, 'file');
  writeFileSync(path, bytes);
  const table = await openTable(() => createReadStream(path), path);
  const records: { cells: readonly string[]; line: number }[] = [];
  for await (const batch of table.records())
    records.push(...batch.map(({ cells, line }) => ({ cells, line })));
  return { ...table.detected, records };
}

const refused = (bytes: Buffer | string) =>
  read(bytes).then(
    () => 'read',
    (error: unknown) => (error instanceof TableRefusal ? error.code : error),
  );

describe('a table of people', () => {
  const ROWS = [
    { cells: ['Nama', 'Alamat'], line: 1 },
    { cells: ['Nur’aini; S.Pd\nLabuha', 'Jl. A, 1'], line: 2 },
  ];
  const text = (delimiter: string) =>
    `Nama${delimiter}Alamat\r\n"Nur’aini; S.Pd\nLabuha"${delimiter}"Jl. A, 1"`;

  test.each([
    ['utf-8', ';', false, Buffer.from(text(';'))],
    ['utf-8', ',', true, Buffer.from(`\ufeff${text(',')}`)],
    ['utf-8', '\t', false, Buffer.from(text('\t'))],
    ['windows-1252', ';', false, Buffer.from(text(';').replace('’', '\u0092'), 'latin1')],
    ['utf-16le', ';', true, Buffer.from(`\ufeff${text(';')}`, 'utf16le')],
  ])('is known by its bytes: %s, %j', async (encoding, delimiter, mark, bytes) => {
    expect(await read(bytes)).toEqual({
      format: 'CSV',
      encoding,
      delimiter,
      byte_order_mark: mark,
      records: ROWS,
    });
  });

  test('of a workbook the first sheet is read: texts, numbers in full, days as they are counted', async () => {
    const book = zip({
      '[Content_Types].xml': '<Types/>',
      'xl/worksheets/sheet2.xml': sheet('<row r="1"><c r="A1"><v>9</v></c></row>'),
      'xl/worksheets/sheet1.xml': sheet(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>b</t></is></c></row>' +
          '<row r="3"><c r="A3"><v>1.0203000046E10</v></c><c r="B3"><v>1234.5</v></c><c r="C3"><f>1+1</f><v>2</v></c><c r="D3"><v>45955</v></c></row>',
      ),
      'xl/sharedStrings.xml':
        '<sst><si><r><t>Nur’</t></r><r><t>aini &amp; Co</t></r><rPh><t>x</t></rPh></si></sst>',
    });
    expect((await read(book)).records).toEqual([
      { cells: ['Nur’aini & Co', '', 'b'], line: 1 },
      { cells: ['10203000046', '1234,5', '2', '45955'], line: 3 },
    ]);
  });
});

describe('a workbook that counts its days from 1904', () => {
  const book = (date1904: string) =>
    zip({
      'xl/workbook.xml': `<workbook><workbookPr ${date1904}/></workbook>`,
      'xl/styles.xml':
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/><numFmt numFmtId="165" formatCode="#,##0&quot; hari&quot;"/></numFmts>' +
        '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>',
      'xl/worksheets/sheet1.xml': sheet(
        '<row r="1"><c s="1"><v>44893</v></c><c s="2"><v>44893.25</v></c><c s="3"><v>44893</v></c><c><v>44893</v></c></row>',
      ),
    });

  test('has the days it shows, and its numbers stay numbers', async () => {
    // 29 November 2026, shown as a day, as a day with six o'clock, as "44.893 hari", as a plain number.
    expect((await read(book('date1904="1"'))).records[0]?.cells).toEqual([
      '46355',
      '46355,25',
      '44893',
      '44893',
    ]);
    expect((await read(book('date1904="0"'))).records[0]?.cells).toEqual([
      '44893',
      '44893,25',
      '44893',
      '44893',
    ]);
  });
});

describe('what is no table', () => {
  test.each([
    ['nothing', '', 'FILE_EMPTY'],
    ['a PDF', '%PDF-1.7', 'FORMAT_UNKNOWN'],
    ['a workbook of before 2007', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'FORMAT_UNKNOWN'],
    ['a line without end', 'x'.repeat(600_000), 'RECORD_TOO_LARGE'],
    ['a quote that is never closed', `a;b\n"${'x\n'.repeat(300_000)}`, 'RECORD_TOO_LARGE'],
    ['a ZIP that is no workbook', zip({ 'a.txt': 'a' }), 'WORKBOOK_BROKEN'],
    ['a ZIP that is cut', zip({ 'a.txt': 'a' }).subarray(0, 40), 'WORKBOOK_BROKEN'],
    ['a sheet that is no XML', zip({ 'xl/worksheets/sheet1.xml': '<a><b></a>' }), 'WORKBOOK_BROKEN'],
    [
      'a sheet with entities of its own',
      zip({ 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
      'XML_UNSAFE',
    ],
    [
      'one long text in each cell of a row',
      zip({
        'xl/worksheets/sheet1.xml': sheet(`<row>${'<c t="s"><v>0</v></c>'.repeat(200)}</row>`),
        'xl/sharedStrings.xml': `<sst><si><t>${'x'.repeat(30_000)}</t></si></sst>`,
      }),
      'WORKBOOK_TOO_LARGE',
    ],
    [
      'an element that never ends',
      zip({
        'xl/worksheets/sheet1.xml': `<worksheet ${Array.from({ length: 200 }, (_, at) => `a${String(at)}="" `).join('')}`,
      }),
      'XML_UNSAFE',
    ],
    ...['0', '2', '1.5', 'x', '2000000'].map((row): [string, Buffer, string] => [
      `row ${row} behind row 2`,
      zip({
        'xl/worksheets/sheet1.xml': sheet(
          `<row r="2"><c><v>1</v></c></row><row r="${row}"><c><v>1</v></c></row>`,
        ),
      }),
      'WORKBOOK_BROKEN',
    ]),
    [
      'a table of dBase',
      Buffer.concat([Buffer.from([3, 125, 11, 25]), Buffer.alloc(60, 0)]),
      'FORMAT_UNKNOWN',
    ],
    [
      'shared texts that unpack without end',
      zip({
        'xl/worksheets/sheet1.xml': sheet(''),
        'xl/sharedStrings.xml': Buffer.alloc(70 << 20, ' '),
      }),
      'WORKBOOK_TOO_LARGE',
    ],
    [
      'a cell in column 16,384',
      zip({ 'xl/worksheets/sheet1.xml': sheet('<row><c r="XFD1"><v>1</v></c></row>') }),
      'WORKBOOK_TOO_LARGE',
    ],
  ])('%s', async (_, bytes, code) => {
    expect(await refused(bytes)).toBe(code);
  });
});
