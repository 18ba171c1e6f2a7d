import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SettlementLine, SettlementReading } from '@tirtapay/domain';
import { Parser } from 'mt940js';
import { mt940Text, readSettlement, type OpenBytes, type ReadSettlementOptions } from '.';

const FILES = join(__dirname, '../../fixtures/settlement');

const opened = (bytes: Buffer): OpenBytes =>
  async function* () {
    // Cut anywhere, as a network would.
    for (let at = 0; at < bytes.length; at += 37) yield await Promise.resolve(bytes.subarray(at, at + 37));
  };

async function read(
  bytes: Buffer | string,
  options: ReadSettlementOptions = {},
): Promise<SettlementReading & { lines: SettlementLine[] }> {
  const lines: SettlementLine[] = [];
  const reading = await readSettlement(
    opened(Buffer.from(bytes)),
    { vaPrefix: '13501', ...options },
    (some) => void lines.push(...some),
  );
  return { ...reading, lines };
}

const golden = (name: string, options?: ReadSettlementOptions) =>
  read(readFileSync(join(FILES, name)), options);

/** What matters of a line, short. */
const short = (line: SettlementLine): string =>
  [
    line.line,
    line.booked_on ?? 'PEND',
    line.booked_at ?? '-',
    line.direction === 'CREDIT' ? '+' : '-',
    `${String(line.amount)}${line.sen === 0 ? '' : `.${String(line.sen)}`}`,
    line.kind,
    line.reference ?? '-',
    line.va_number ?? line.customer_number ?? '-',
  ].join(' ');

describe('files of banks as they arrive', () => {
  it('BCA: years from the period, an unsettled row kept apart, the footer ties', async () => {
    const day = await golden('bca.csv', { account: '0000012345', vaPrefix: '13501' });
    expect(day.errors).toEqual([]);
    expect(day.lines.map(short)).toEqual([
      '7 2026-12-31 - + 97500 PAYMENT - 13501010203000046',
      '8 2027-01-01 - - 15000 FEE - -',
      '9 2027-01-01 - + 120000 PAYMENT - 13501010203000012',
      '10 PEND - + 61250 PAYMENT - 13501010203000020',
    ]);
    expect(day.file).toMatchObject({
      mapping: { name: 'bca-csv', version: 1 },
      account: '0000012345',
      period: { from: '2026-12-15', to: '2027-01-14' },
      opening: { rupiah: 1_000_000, sen: 0 },
      closing: { rupiah: 1_202_500, sen: 0 },
      rows_read: 4,
    });
    expect(day.storable).toBe(true);
    // The mark in a cell of its own, and the row that was not settled yesterday with its date.
    const next = await golden('bca-next-day.csv');
    expect(next.lines.map(short)).toEqual(['7 2027-01-02 - + 61250 PAYMENT - 13501010203000020']);
    const cut = readFileSync(join(FILES, 'bca.csv'), 'utf8').replace(/^'01\/01.*BIAYA.*\n/m, '');
    expect((await read(cut)).errors).toMatchObject([{ code: 'BALANCE_DIFFERS', line: null }]);
    expect((await read(cut.replace(/^Saldo Akhir.*\n/m, ''))).errors).toMatchObject([
      { code: 'BALANCE_MISSING' },
    ]);
  });

  it('BRI: a transfer and its fee are two lines, accounts are text, balances link up', async () => {
    const day = await golden('bri.csv');
    expect(day.errors).toEqual([]);
    expect(day.lines.map(short)).toEqual([
      '2 2026-11-29 00:03:19 + 97500 PAYMENT - 13501010203000046',
      '3 2026-11-29 00:03:19 - 1000 FEE - 13501010203000046',
      '4 2026-11-29 09:15:00 + 143000 PAYMENT - 13501010203000012',
    ]);
    expect(day.file).toMatchObject({ account: '000501000123456', closing: { rupiah: 1_239_500, sen: 0 } });
    const text = readFileSync(join(FILES, 'bri.csv'), 'utf8').trimEnd().split('\n');
    const [head = '', ...rows] = text;
    const [first = '', second = '', third = ''] = rows;
    const turned = await read([head, third, second, first].join('\n'));
    expect(turned.errors).toEqual([]);
    expect(turned.lines.map((line) => short(line).slice(2)).sort()).toEqual(
      day.lines.map((line) => short(line).slice(2)).sort(),
    );
    expect((await read([head, first, third].join('\n'))).errors).toMatchObject([{ code: 'BALANCE_DIFFERS' }]);
    expect(
      (await read([head, first, second.replace('1096500', '1096501')].join('\n'))).errors[0],
    ).toMatchObject({
      code: 'ROW_DOES_NOT_ADD_UP',
      line: 3,
    });
    // A nineteenth column changes nothing.
    const wider = text.map((row, index) => `${row},"${index === 0 ? 'REMARK_CUSTOM' : ''}"`).join('\n');
    expect((await read(wider)).lines.map(short)).toEqual(day.lines.map(short));
  });

  it('Mandiri: the same credits in the old and the new form are the same payments', async () => {
    const [old, now] = [await golden('mandiri-old.csv'), await golden('mandiri-new.csv')];
    expect([old.errors, now.errors]).toEqual([[], []]);
    const same = ({ lines }: { lines: SettlementLine[] }) =>
      lines.map(({ booked_on, direction, amount, sen, kind, va_number, text }) => ({
        booked_on,
        direction,
        amount,
        sen,
        kind,
        va_number,
        text,
      }));
    expect(same(old)).toEqual(same(now));
    expect(old.lines.map(short)).toEqual([
      '2 2026-08-03 11:27:10 + 97500 PAYMENT - 13501010203000046',
      '3 2026-08-03 14:02:55 + 143000 PAYMENT - 13501010203000012',
      '4 2026-08-03 23:59:01 - 12500 FEE - -',
    ]);
    const wrong = readFileSync(join(FILES, 'mandiri-new.csv'), 'utf8').replace(
      '"143,000.00"',
      '"143.000,00"',
    );
    const mixed = await read(wrong);
    expect(mixed.errors).toEqual([
      {
        code: 'AMOUNT_UNREADABLE',
        line: 3,
        words:
          '1520012345678,03/08/2026,03/08/2026,5800,UBP13501010203000012,TAGIHAN AIR,REF0002,.00,"143.000,00"',
      },
    ]);
    expect(mixed.lines).toHaveLength(2);
    expect(mixed.storable).toBe(false);
  });

  it('BNI: both times of day, and a sheet with day numbers whose page header comes again', async () => {
    expect((await golden('bni.csv')).lines.map(short)).toEqual([
      '2 2026-11-29 00:03:00 + 97500 PAYMENT - 13501010203000046',
      '3 2026-11-29 13:45:00 + 143000 PAYMENT - 13501010203000012',
    ]);
    const sheet = await golden('bni-sheet.csv');
    expect(sheet.errors).toEqual([]);
    expect(sheet.lines.map(short)).toEqual([
      '3 2026-11-29 - + 97500 PAYMENT - 13501010203000046',
      '6 2026-11-29 - - 2500 FEE - -',
    ]);
  });

  it('MT940: references whole, NONREF takes the bank’s own, a folded narrative is one', async () => {
    const day = await golden('statement.mt940');
    expect(day.errors).toEqual([]);
    expect(day.lines.map(short)).toEqual([
      '5 2026-11-29 - + 97500 PAYMENT MN-REF-0000000001 13501010203000046',
      '7 2026-11-29 - + 97500 PAYMENT BS261129000002 13501010203000046',
    ]);
    expect(day.lines.map(({ text }) => text)).toEqual([
      'VA 13501010203000046 TAGIHAN AIR',
      'VA 13501010203000046 TAGIHAN AIR',
    ]);
    expect(day.file).toMatchObject({
      account: '0011223344',
      opening: { rupiah: 1_000_000 },
      closing: { rupiah: 1_195_000 },
    });
    const text = readFileSync(join(FILES, 'statement.mt940'), 'utf8');
    expect((await read(text.replace('1195000,00', '1195000,01'))).errors).toMatchObject([
      { code: 'BALANCE_DIFFERS', line: 10, words: ':62F:C261129IDR1195000,01 ≠ 1195000.00' },
    ]);
    expect((await read(text.replace(/:62F.*/, ''))).errors).toMatchObject([{ code: 'BALANCE_MISSING' }]);
  });

  it('MT940: a library is of the same opinion, but for references that are longer than the standard has them', async () => {
    const opinions = async (text: string) => {
      const [statement] = new Parser().parse(text);
      if (statement === undefined) throw new Error('the library found no statement');
      const own = await read(text);
      expect(own.errors).toEqual([]);
      expect([statement.openingBalance, statement.closingBalance]).toEqual([
        own.file.opening?.rupiah,
        own.file.closing?.rupiah,
      ]);
      expect(
        statement.transactions.map(
          ({ amount, date }) => `${date.toISOString().slice(0, 10)} ${String(amount)}`,
        ),
      ).toEqual(
        own.lines.map(
          (one) => `${one.booked_on ?? ''} ${one.direction === 'DEBIT' ? '-' : ''}${String(one.amount)}`,
        ),
      );
      expect(statement.transactions.map(({ details }) => details.replace(/\s+/g, ' '))).toEqual(
        own.lines.map(({ text: words }) => words),
      );
      return statement.transactions.map(({ reference, bankReference }, at) => ({
        theirs: [reference, bankReference],
        ours: [own.lines[at]?.reference, own.lines[at]?.bank_reference],
      }));
    };
    const [long, none] = await opinions(readFileSync(join(FILES, 'statement.mt940'), 'utf8'));
    // The one disagreement that is known: sixteen characters, and what stands behind them is lost.
    expect(long).toEqual({
      theirs: ['MN-REF-000000000', ''],
      ours: ['MN-REF-0000000001', 'BS261129000001'],
    });
    expect([none?.theirs[1], none?.ours[1]]).toEqual(['BS261129000002', 'BS261129000002']);
    const row = (index: number) => ({
      date: '20261127',
      time: '100000',
      reference: `REF-${String(index)}`,
      paymentRequestId: '',
      customerNo: '010203000046',
      periods: ['202610'],
      sheets: 1,
      amount: 97_500 + index * 1_250,
      fee: 0,
      channel: '6010',
      status: '00',
    });
    const day = { bank: 'SULTRA', day: '20261127', account: '0011223344', opening: 1_000_000 };
    const agreed = await opinions(
      mt940Text({ ...day, rows: Array.from({ length: 40 }, (_, at) => row(at)) }),
    );
    expect(agreed.map(({ theirs }) => theirs)).toEqual(agreed.map(({ ours }) => ours));
  });

  it('MT940: reversals, expected movements, several messages and a year’s end', async () => {
    const messages = [
      '{1:F01SULTIDJ0AXXX}{2:I940}{4:',
      ':20:STM1',
      ':25:SULTIDJ/0011223344',
      ':28C:1/1',
      ':60F:C261231IDR500,00',
      ':61:2612310101CR100,NTRFREF-1//B1',
      ':86:166?00TRANSFER?20VA 13501010203000046?21TAGIHAN',
      ':61:261231RC40,5NTRFREF-2',
      'TAKEN BACK',
      ':62M:C261231IDR559,50',
      '-}',
      ':20:STM1',
      ':25:SULTIDJ/0011223344',
      ':28C:1/2',
      ':60M:C261231IDR559,50',
      ':61:261231RD40,5NTRFREF-3',
      ':61:261231EC7,NTRFREF-4',
      ':62F:C261231IDR600,00',
      '-',
    ].join('\n');
    const day = await read(messages);
    expect(day.errors).toEqual([]);
    expect(day.lines.map(short)).toEqual([
      '6 2027-01-01 - + 100 PAYMENT REF-1 13501010203000046',
      '8 2026-12-31 - - 40.50 REVERSAL REF-2 -',
      '16 2026-12-31 - + 40.50 REVERSAL REF-3 -',
      '17 PEND - + 7 PAYMENT REF-4 -',
    ]);
    expect(
      (await read(messages.replace(':60M:C261231IDR559,50', ':60M:C261231IDR558,50'))).errors[0],
    ).toMatchObject({
      code: 'BALANCE_DIFFERS',
    });
  });

  it('QRIS: one net credit with its gross and fee', async () => {
    const day = await golden('qris.csv');
    expect(day.errors).toEqual([]);
    expect(day.lines).toMatchObject([
      { kind: 'SETTLEMENT_BATCH', amount: 944_817, gross: 947_460, fee: 2_643, booked_on: '2026-11-30' },
    ]);
  });

  it('Bank Sultra: as CSV and in fixed width the same payments', async () => {
    const [csv, fixed] = [
      await golden('sultra.csv', { otherBanks: ['009'] }),
      await golden('sultra.txt', { otherBanks: ['009'] }),
    ];
    expect([csv.errors, fixed.errors]).toEqual([[], []]);
    expect(csv.file).toMatchObject({
      format: 'CSV',
      trailer: { count: 2, total: 245_500 },
      period: { from: '2026-01-15', to: '2026-01-15' },
    });
    expect(csv.lines[0]).toMatchObject({
      line: 3,
      reference: '135000000001',
      request_id: 'INQ-20260115-000001',
      customer_number: '010203000046',
      amount: 143_000,
      fee: 2_500,
    });
    const same = (lines: SettlementLine[]) => lines.map((line) => short(line).replace(/^\d+ /, ''));
    expect(same(fixed.lines)).toEqual(same(csv.lines));
    expect(csv.lines[1]?.channel).toBe('TELLER');
  });

  it('CAMT.053: entries, details that make a batch, balances and sums', async () => {
    const day = await golden('camt053.xml');
    expect(day.errors).toEqual([]);
    expect(day.lines.map(short)).toEqual([
      '11 2026-11-29 08:30:00 + 97500 PAYMENT MN-REF-0000000001 13501010203000046',
      '20 2026-11-29 - + 100000 PAYMENT MN-REF-0000000002 -',
      '21 2026-11-29 - + 43000 PAYMENT MN-REF-0000000003 -',
      '24 2026-11-29 - - 2500 FEE BS261129000003 -',
    ]);
    expect(day.lines[0]?.text).toBe('VA 13501010203000046 TAGIHAN AIR & AIR LIMBAH');
    const text = readFileSync(join(FILES, 'camt053.xml'), 'utf8');
    expect((await read(text.replace('1238000.00', '1238000.01'))).errors).toMatchObject([
      { code: 'BALANCE_DIFFERS' },
    ]);
    expect((await read(text.replace('<NbOfNtries>3', '<NbOfNtries>4'))).errors).toMatchObject([
      { code: 'TRAILER_COUNT' },
    ]);
    const bomb = text.replace('?>', '?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>');
    expect((await read(bomb)).errors).toMatchObject([{ code: 'XML_UNSAFE' }]);
    // An element is held until it ends: one of forty million attributes fits into the largest file.
    const wide = text.replace(
      '<Document ',
      `<Document ${Array.from({ length: 200 }, (_, at) => `a${String(at)}="" `).join('')}`,
    );
    expect((await read(wide)).errors).toMatchObject([{ code: 'XML_UNSAFE' }]);
    expect((await read(text.slice(0, -40))).errors).toMatchObject([{ code: 'XML_BROKEN' }]);
  });
});
