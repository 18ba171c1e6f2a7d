import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  buildCustomerNumber,
  EMPTY_MAPPING,
  type SettlementLine,
  type SettlementReading,
} from '@tirtapay/domain';
import {
  camt053Text,
  mt940Text,
  readSettlement,
  sultraCsv,
  type OpenBytes,
  type ReadSettlementOptions,
  type SettlementRow,
} from '.';

import { sheet, workbook, zip } from '../table/packed-workbook';

const FILES = join(__dirname, '../../fixtures/settlement');
const SULTRA = readFileSync(join(FILES, 'sultra.csv'), 'utf8');
const MANDIRI = readFileSync(join(FILES, 'mandiri-new.csv'), 'utf8');

async function read(
  bytes: Buffer | string | OpenBytes,
  options: ReadSettlementOptions = {},
): Promise<SettlementReading & { lines: SettlementLine[] }> {
  const lines: SettlementLine[] = [];
  const open: OpenBytes =
    typeof bytes === 'function'
      ? bytes
      : async function* () {
          const all = Buffer.from(bytes);
          for (let at = 0; at < all.length; at += 4096)
            yield await Promise.resolve(all.subarray(at, at + 4096));
        };
  const reading = await readSettlement(open, options, (some) => void lines.push(...some));
  return { ...reading, lines };
}

/** Code and line of every mistake. */
async function mistakes(bytes: Buffer | string, options?: ReadSettlementOptions) {
  const { errors, storable } = await read(bytes, options);
  expect(storable).toBe(errors.length === 0);
  return errors.map(({ code, line }) => `${code}@${String(line)}`);
}

const row = (line: number, change: (cells: string[]) => void, text = SULTRA): string => {
  const rows = text.split('\n');
  const cells = (rows[line - 1] ?? '').split(';');
  change(cells);
  rows[line - 1] = cells.join(';');
  return rows.join('\n');
};

describe('a file that is not right', () => {
  it.each<[string, string, string[]]>([
    ['is empty', '', ['FILE_EMPTY@null']],
    ['has a header only', `${MANDIRI.split('\n')[0] ?? ''}\n`, ['HEADER_ONLY@1']],
    ['has a header nobody knows', 'a;b;c\n1;2;3\n', ['HEADER_UNKNOWN@1']],
    ['was cut within its rows', SULTRA.slice(0, SULTRA.indexOf('\nT;') - 40), ['COLUMNS_MISSING@4']],
    ['was cut before its trailer', SULTRA.slice(0, SULTRA.indexOf('T;2')), ['TRAILER_MISSING@null']],
    ['has a row twice', SULTRA.replace(/(.*\n)T;/, '$1$1T;'), ['TRAILER_COUNT@6', 'TRAILER_TOTAL@6']],
    ['has a wrong count', SULTRA.replace('T;2;', 'T;3;'), ['TRAILER_COUNT@5']],
    ['has a wrong total', SULTRA.replace('245500', '245501'), ['TRAILER_TOTAL@5']],
    ['goes on behind its trailer', `${SULTRA}${SULTRA.split('\n')[3] ?? ''}\n`, ['ROW_AFTER_TRAILER@6']],
    [
      'has a number of a spreadsheet',
      row(3, (c) => (c[7] = '1,43E+05')),
      ['AMOUNT_IN_SCIENTIFIC_NOTATION@3'],
    ],
    [
      'has a reference of a spreadsheet',
      row(3, (c) => (c[2] = '1,35E+11')),
      ['REFERENCE_IN_SCIENTIFIC_NOTATION@3'],
    ],
    ['lost the zeros in front', row(3, (c) => (c[4] = '10203000046')), ['ZEROS_LOST@3']],
    ['has words for an amount', row(4, (c) => (c[7] = 'lunas')), ['AMOUNT_UNREADABLE@4']],
    ['has a day that is none', row(4, (c) => (c[0] = '20260229')), ['DATE_UNREADABLE@4']],
    ['has a quote that never ends', row(4, (c) => (c[2] = '"135')), ['QUOTE_NOT_CLOSED@4']],
  ])('that %s', async (_, text, expected) => {
    expect(await mistakes(text)).toEqual(expected);
  });

  it('has no row: a statement whose balances say that nothing moved is whole, one that says it of no day is not', async () => {
    const qris = readFileSync(join(FILES, 'qris.csv'), 'utf8');
    const empty = qris.replace(/^30\/11,.*\n/m, '').replace('Kredit : 944,817.00', 'Kredit : 0.00');
    const still = empty.replace('Saldo Akhir : 1,944,817.00', 'Saldo Akhir : 1,000,000.00');
    const reading = await read(still);
    expect([reading.errors, reading.questions, reading.storable, reading.lines]).toEqual([[], [], true, []]);
    expect(reading.file).toMatchObject({
      period: { from: '2026-11-30', to: '2026-11-30' },
      opening: { rupiah: 1_000_000, sen: 0 },
      closing: { rupiah: 1_000_000, sen: 0 },
    });
    expect(await mistakes(still.replace('Saldo Akhir : 1,000,000.00', 'Saldo Akhir : 1,944,817.00'))).toEqual(
      ['BALANCE_DIFFERS@null'],
    );
    expect(await mistakes(still.replace(/^Periode.*\n/m, ''))).toEqual(['HEADER_ONLY@4']);
    expect(await mistakes(still.replace(/^Saldo A.*\n/gm, ''))).toContain('HEADER_ONLY@5');
  });

  it('of another bank or another account, or of one whose zeros were lost', async () => {
    const other = await read(SULTRA, { otherBanks: ['135'] });
    expect(other.errors).toMatchObject([{ code: 'WRONG_BANK', line: 1, words: SULTRA.split('\n')[0] }]);
    expect(await mistakes(SULTRA, { otherBanks: ['009'] })).toEqual([]);
    const account = (wanted: string) =>
      mistakes(MANDIRI.replaceAll('1520012345678', '0520012345678'), { account: wanted });
    expect(await account('0520012345678')).toEqual([]);
    expect(await account('520012345678')).toEqual(['ZEROS_LOST@null']);
    expect(await account('0520012345679')).toEqual(['WRONG_ACCOUNT@null']);
  });

  it('shows its own words, and the rows that can be read', async () => {
    const { errors, lines } = await read(row(4, (cells) => (cells[7] = '97,500.00x9')));
    expect(errors).toEqual([
      {
        code: 'AMOUNT_UNREADABLE',
        line: 4,
        words: '20260115;101500;135000000002;;010203000012;202512;1;97,500.00x9;2500;100000;6010;00',
      },
    ]);
    expect(lines.map(({ line }) => line)).toEqual([3]);
  });

  it('has two groupings in one column', async () => {
    const text = `Date,Description,Debit,Credit\n${['1.234.567,00', '1,234,567.00']
      .map((amount) => `29/11/2026,AIR,,"${amount}"`)
      .join('\n')}\n`;
    const known = MANDIRI.split('\n')[0] ?? '';
    const rows = ['1.234.567,00', '1,234,567.00'].map(
      (amount) => `1520012345678,29/11/2026,29/11/2026,1,AIR,,R,,"${amount}"`,
    );
    expect(await mistakes(`${known}\n${rows.join('\n')}\n`)).toEqual(['AMOUNT_UNREADABLE@3']);
    expect(await mistakes(text)).toEqual(['HEADER_UNKNOWN@1']);
  });

  it('mixes encodings: the line with the foreign byte is named', async () => {
    const utf8 = Buffer.from('1520012345678,03/08/2026,03/08/2026,1,CAFÉ,AIR,R,,"1,000.00"\n');
    const single = Buffer.from(
      '1520012345678,03/08/2026,03/08/2026,1,CAF\u00c9,AIR,R,,"1,000.00"\n',
      'latin1',
    );
    const header = Buffer.from(`${MANDIRI.split('\n')[0] ?? ''}\n`);
    expect(await mistakes(Buffer.concat([header, utf8, single]))).toEqual(['ENCODING_MIXED@3']);
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), header, single]);
    expect(await mistakes(marked)).toEqual(['ENCODING_MIXED@2']);
    expect(await mistakes(Buffer.concat([header, utf8]))).toEqual([]);
    expect((await read(Buffer.concat([header, single]))).lines[0]?.text).toBe('CAFÉ AIR');
  });

  it('is one line without an end: it is refused before it is held', async () => {
    let given = 0;
    const endless: OpenBytes = async function* () {
      for (;;) {
        given += 1;
        yield await Promise.resolve(Buffer.alloc(64 * 1024, 'a'));
        // The digest reads it all: here it ends, a thousand times longer than any row.
        if (given % 4000 === 0) return;
      }
    };
    const { errors } = await read(endless);
    expect(errors).toMatchObject([{ code: 'RECORD_TOO_LARGE', line: 1 }]);
    // One whole pass for the digest, then a few blocks.
    expect(given).toBeLessThan(4020);
    const quoted = `${SULTRA.split('\n').slice(0, 3).join('\n')}\n20260115;"${'a\n'.repeat(200_000)}`;
    expect(await mistakes(quoted)).toEqual(['RECORD_TOO_LARGE@4']);
  });

  it('says a sum without an end: its line costs no more than any other', async () => {
    const frame = `Saldo Awal : ${'1'.repeat(200_000)}x`;
    expect((await read(`${frame}\n${MANDIRI}`)).lines).toEqual(
      (await read(MANDIRI)).lines.map((line) => ({ ...line, line: line.line + 1 })),
    );
  });

  it('has a sum far behind its label: blanks are none of its letters', async () => {
    const qris = readFileSync(join(FILES, 'qris.csv'), 'utf8');
    const apart = qris.replace('Saldo Awal : ', `Saldo Awal : Rp${' '.repeat(200)}`);
    expect(apart).not.toBe(qris);
    expect((await read(apart)).file).toMatchObject({ opening: { rupiah: 1_000_000, sen: 0 } });
  });

  it('is a spreadsheet nobody can read: of before 2007, not whole, or not on disk', async () => {
    expect(await mistakes(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toEqual(['FORMAT_UNKNOWN@null']);
    expect(await mistakes(Buffer.from('PK\u0003\u0004rest'))).toEqual(['FORMAT_UNKNOWN@null']);
    expect((await readBook(Buffer.from('PK\u0003\u0004rest'))).errors).toMatchObject([
      { code: 'WORKBOOK_BROKEN', line: null },
    ]);
    const bomb = zip({ 'xl/worksheets/sheet1.xml': sheet(`<row>${'<c><v>1</v></c>'.repeat(300)}</row>`) });
    expect((await readBook(bomb)).errors).toMatchObject([{ code: 'WORKBOOK_TOO_LARGE', line: null }]);
    const entities = zip({ 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' });
    expect((await readBook(entities)).errors).toMatchObject([{ code: 'XML_UNSAFE', line: null }]);
  });
});

/** A workbook lies on disk, like an upload. */
async function readBook(bytes: Buffer, options: ReadSettlementOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'settlement-'));
  try {
    const path = join(folder, 'body');
    writeFileSync(path, bytes);
    return await read(() => createReadStream(path), { ...options, path });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('a workbook', () => {
  const SHEET_HEADER = [
    'Post Date',
    'Value Date',
    'Journal No.',
    'Description',
    'Amount',
    'DB/CR',
    'Balance',
  ];
  const own = buildCustomerNumber({ region: '01', route: '0203', sequence: 4 });
  const bookOf = (...rows: (string | number | null)[][]) => workbook([SHEET_HEADER, ...rows]);

  it('is read like the table it was: days as they are counted, times as parts of them, numbers without a doubt', async () => {
    // `1000` alone would be asked about in a text; as a number it is what it is. The header comes again on the next page.
    const day = await readBook(
      bookOf(
        [46355.002083333, null, 'J1', `VA 13501${own} TAGIHAN AIR`, 97500.5, 'K', null],
        SHEET_HEADER,
        ['29/11/2026 10.30', null, 'J2', 'SETORAN', '1.488,69', 'K', null],
        [46355, null, 'J3', 'BIAYA ADM', 1000, 'D', null],
      ),
      { vaPrefix: '13501' },
    );
    expect([day.errors, day.questions, day.file.format, day.file.mapping.name]).toEqual([
      [],
      [],
      'XLSX',
      'bni-sheet',
    ]);
    expect(
      day.lines.map((one) =>
        [one.line, one.booked_on, one.booked_at, one.direction, one.amount, one.sen, one.va_number].join(' '),
      ),
    ).toEqual([
      `2 2026-11-29 00:03:00 CREDIT 97500 50 13501${own}`,
      '4 2026-11-29 10:30:00 CREDIT 1488 69 ',
      '5 2026-11-29  DEBIT 1000 0 ',
    ]);
    expect(day.lines[0]?.raw).toContain('J1;VA 13501');
  });

  it('tells what a spreadsheet did to its cells, by their rows and in their words', async () => {
    const bad = await readBook(
      bookOf(
        [46355, null, 'J1', 'A', '1,23457E+11', 'K', null],
        [46355, null, '1,23457E+11', 'B', 1000, 'K', null],
        [46355, null, 1234567890123450, 'C', 1000, 'K', null],
        [46355, null, 'J4', 'D', '#REF!', 'K', null],
        [46355, null, 'J5', 'E', '', 'K', null],
        ['31/02/2026', null, 'J6', 'F', 1000, 'K', null],
      ),
    );
    expect(bad.errors.map(({ code, line }) => `${code}@${String(line)}`)).toEqual([
      'AMOUNT_IN_SCIENTIFIC_NOTATION@2',
      'REFERENCE_IN_SCIENTIFIC_NOTATION@3',
      'REFERENCE_IN_SCIENTIFIC_NOTATION@4',
      'AMOUNT_UNREADABLE@5',
      'AMOUNT_MISSING@6',
      'DATE_UNREADABLE@7',
    ]);
    expect(bad.errors[3]?.words).toBe('46355;;J4;D;#REF!;K;');
    const rows = SULTRA.split('\n').map((text) => text.split(';'));
    // The customer's number without its zero, as a number.
    const stripped = rows.map((cells) =>
      cells.map((cell, at) => (at === 4 && /^0\d{11}$/.test(cell) ? Number(cell) : cell)),
    );
    expect(
      (await readBook(workbook(stripped))).errors.map(({ code, line }) => `${code}@${String(line)}`),
    ).toEqual(['ZEROS_LOST@3', 'ZEROS_LOST@4']);
  });
});

describe('what a column cannot decide is asked for', () => {
  const file = (amounts: string[], dates = amounts.map(() => '29/11/2026')) =>
    `${MANDIRI.split('\n')[0] ?? ''}\n${amounts
      .map((amount, at) => `1520012345678,${dates[at] ?? ''},,1,AIR,,R${String(at)},,"${amount}"`)
      .join('\n')}\n`;
  const amounts = ({ lines }: { lines: SettlementLine[] }) => lines.map(({ amount, sen }) => [amount, sen]);

  it('reads a column by all of its cells', async () => {
    expect(amounts(await read(file(['1.488,69', '1.000', '89,9'])))).toEqual([
      [1488, 69],
      [1000, 0],
      [89, 90],
    ]);
    expect(amounts(await read(file(['97,500', '1,000.00'])))).toEqual([
      [97_500, 0],
      [1_000, 0],
    ]);
  });

  it('asks when both readings are possible, and takes the answer', async () => {
    const open = await read(file(['1.000', '2.000']));
    expect(open.storable).toBe(false);
    expect(open.questions).toEqual([
      {
        about: 'AMOUNTS',
        position: 9,
        header: 'Credit',
        example: '1.000',
        choices: [
          { value: 'COMMA_DECIMAL', means: '1000.00' },
          { value: 'POINT_DECIMAL', means: '1.00' },
        ],
      },
    ]);
    const answered = await read(file(['1.000']), { answers: [{ position: 9, value: 'POINT_DECIMAL' }] });
    expect([answered.storable, amounts(answered)]).toEqual([true, [[1, 0]]]);
  });

  it('asks for the order of dates in a bank’s own file', async () => {
    const header = 'Tgl;Ket;Masuk\n';
    const columns = [
      { field: 'booked_on' as const, header: 'Tgl' },
      { field: 'text' as const, header: 'Ket' },
      { field: 'credit' as const, header: 'Masuk' },
    ];
    const mapping = { ...EMPTY_MAPPING, name: 'bank x', columns };
    const asked = await read(`${header}03/08/2026;AIR;97500\n`, { mapping });
    expect(asked.questions).toMatchObject([{ about: 'DATES', position: 1, example: '03/08/2026' }]);
    const decided = await read(`${header}03/08/2026;AIR;97500\n13/08/2026;AIR;1\n`, { mapping });
    expect(decided.lines.map(({ booked_on }) => booked_on)).toEqual(['2026-08-03', '2026-08-13']);
  });
});

const payment: fc.Arbitrary<SettlementRow> = fc
  .record({
    reference: fc.stringMatching(/^[A-Z0-9][A-Z0-9._-]{0,40}$/),
    sequence: fc.integer({ min: 1, max: 99_999 }),
    second: fc.integer({ min: 0, max: 86_399 }),
    amount: fc.integer({ min: 1, max: 10_000_000_000 }),
    fee: fc.constantFrom(0, 2_500),
    status: fc.constantFrom('00', '00', '05'),
  })
  .map(({ reference, sequence, second, amount, fee, status }) => ({
    date: '20261231',
    time: new Date(second * 1000).toISOString().slice(11, 19).replaceAll(':', ''),
    reference: `R${reference}`,
    paymentRequestId: '',
    customerNo: buildCustomerNumber({ region: '01', route: '0203', sequence }),
    periods: ['202611'],
    sheets: 1,
    amount,
    fee,
    channel: '6010',
    status,
  }));

describe('what is written is read back', () => {
  /** What a line says of the money, wherever it stands in the file. */
  const set = (lines: readonly SettlementLine[]): string[] =>
    lines
      .map(({ booked_on, direction, amount, sen, kind, reference, customer_number }) =>
        JSON.stringify([booked_on, direction, amount, sen, kind === 'REVERSAL', reference, customer_number]),
      )
      .sort();
  const day = (rows: readonly SettlementRow[]) => ({
    bank: 'SULTRA',
    day: '20261231',
    account: '0011223344',
    opening: 5,
    rows,
  });

  it('in every form the same payments, in any order and encoding', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(payment, { minLength: 1, maxLength: 12 }),
        fc.integer(),
        async (rows, seed) => {
          const expected = set(
            rows.flatMap(({ amount, reference, customerNo, status }) => {
              const line = {
                booked_on: '2026-12-31',
                direction: 'CREDIT',
                amount,
                sen: 0,
                kind: 'PAYMENT',
                reference,
                customer_number: customerNo,
              } as SettlementLine;
              return status === '00' ? [line] : [line, { ...line, direction: 'DEBIT', kind: 'REVERSAL' }];
            }),
          );
          const shuffled = rows.toSorted(
            (a, b) => ((a.amount * 31 + seed) % 97) - ((b.amount * 31 + seed) % 97),
          );
          const csv = sultraCsv(day(shuffled));
          const files = [
            csv,
            Buffer.from(`\ufeff${csv}`),
            Buffer.from(`\ufeff${csv}`, 'utf16le'),
            Buffer.from(csv, 'utf16le').swap16(),
            csv.replaceAll('\n', '\r\n'),
            mt940Text(day(shuffled)),
            camt053Text(day(shuffled)),
          ];
          for (const file of files) {
            const { errors, storable, lines } = await read(file);
            expect([errors, storable]).toEqual([[], true]);
            expect(set(lines)).toEqual(expected);
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});
