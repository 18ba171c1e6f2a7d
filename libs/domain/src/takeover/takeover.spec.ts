import fc from 'fast-check';
import { buildCustomerNumber } from '../customer';
import { rupiah } from '../money';
import { businessDate, period } from '../time';
import {
  columnsOf,
  missingColumns,
  openingLines,
  readArrearsRow,
  readCustomerRow,
  TAKEOVER_COLUMNS,
} from '.';

const today = businessDate('2025-11-29');
const reading = { today, restoreZeros: false };
const ROW = {
  customer_number: '010203000046',
  legacy_number: 'pdam-00123',
  name: 'Nur’aini; S.Pd',
  address: 'Jl. Melati No. 10',
  phone: '+62 812 3456 7890',
  email: '-',
  nik: '7471012304890099',
  region: '01',
  route: '0203',
  tariff: 'rt1',
  state: 'Aktif',
  meter_serial: 'MTR-0101',
  meter_digits: '5',
  meter_size: '15',
  installed_on: '31/12/2019',
  read_on: '25/10/2025',
  stand: '1.234',
};
const codes = (cells: Partial<Record<keyof typeof ROW, string>>, options = reading) =>
  readCustomerRow({ ...ROW, ...cells }, options).findings.map(({ field, code, suggestion }) =>
    suggestion === null ? [field, code] : [field, code, suggestion],
  );

describe('a row of customers', () => {
  test('as spreadsheets in Indonesia write it', () => {
    expect(readCustomerRow(ROW, reading)).toEqual({
      findings: [],
      row: {
        customerNumber: '010203000046',
        legacyNumber: 'PDAM-00123',
        name: 'Nur’aini; S.Pd',
        address: 'Jl. Melati No. 10',
        phone: '+62 812 3456 7890',
        email: null,
        nik: '7471012304890099',
        region: '01',
        route: '0203',
        tariff: 'RT1',
        state: 'AKTIF',
        meter: {
          serial: 'MTR-0101',
          digits: 5,
          sizeMm: 15,
          installedOn: '2019-12-31',
          readOn: '2025-10-25',
          stand: 1234,
        },
      },
    });
  });

  test.each([
    [{ customer_number: '10203000046' }, ['customer_number', 'ZEROS_LOST', '010203000046']],
    [{ customer_number: '1,0203E+10' }, ['customer_number', 'SCIENTIFIC']],
    [{ customer_number: '1,23457E+11' }, ['customer_number', 'SCIENTIFIC']],
    [{ customer_number: '010203000042' }, ['customer_number', 'NUMBER_WRONG']],
    [{ route: '0204' }, ['customer_number', 'NUMBER_OF_OTHER_ROUTE', '01 0203']],
    [{ region: '1' }, ['region', 'ZEROS_LOST', '01']],
    [{ route: '203' }, ['route', 'ZEROS_LOST', '0203']],
    [{ nik: '35.2318.00000000000' }, ['nik', 'NIK_NOT_USED']],
    [{ read_on: '29/02/2026' }, ['read_on', 'DATE_WRONG']],
    [{ read_on: '31/12/2025' }, ['read_on', 'DATE_IN_FUTURE']],
    [{ read_on: '12/31/2024' }, ['read_on', 'DATE_WRONG']],
    [{ installed_on: '26/10/2025' }, ['installed_on', 'INSTALLED_AFTER_READ']],
    [{ stand: '1.234,5' }, ['stand', 'WHOLE_NUMBER']],
    [{ stand: '1,000' }, ['stand', 'WHOLE_NUMBER']],
    [{ stand: '100000' }, ['stand', 'STAND_TOO_LONG']],
    [{ stand: '-1' }, ['stand', 'WHOLE_NUMBER']],
    [{ name: '=HYPERLINK("http://x")' }, ['name', 'FORMULA']],
    [{ name: '' }, ['name', 'MISSING']],
    [{ phone: '0812 abc' }, ['phone', 'PHONE_WRONG']],
    [{ state: 'HIDUP' }, ['state', 'STATE_UNKNOWN']],
    [{ meter_serial: 'MT R' }, ['meter_serial', 'SERIAL_WRONG']],
  ])('%j: %j', (cells, found) => {
    expect(codes(cells)).toEqual([found]);
  });

  test.each([
    [{ customer_number: "'010203000046" }, 'customerNumber', '010203000046'],
    [{ nik: '0' }, 'nik', null],
    [{ nik: '-' }, 'nik', null],
    [{ name: 'Nur’aini;\r\nS.Pd' }, 'name', 'Nur’aini; S.Pd'],
    [{ customer_number: '' }, 'customerNumber', null],
    [{ state: 'segel' }, 'state', 'SEGEL'],
  ])('%j is %s %j', (cells, field, value) => {
    const { row, findings } = readCustomerRow({ ...ROW, ...cells }, reading);
    expect(findings).toEqual([]);
    expect(row).toMatchObject({ [field]: value });
  });

  test('an empty day of installation stays empty, a number is a day', () => {
    expect(
      readCustomerRow({ ...ROW, installed_on: '""'.replace(/"/g, '') }, reading).row?.meter?.installedOn,
    ).toBeNull();
    expect(readCustomerRow({ ...ROW, read_on: '45955' }, reading).row?.meter?.readOn).toBe('2025-10-25');
    const later = { ...reading, today: businessDate('2026-12-31') };
    const installed = { ...ROW, installed_on: '46355', read_on: '30/11/2026' };
    expect(readCustomerRow(installed, later).row?.meter?.installedOn).toBe('2026-11-29');
  });

  test('a NIK that cannot be one is said, and is nobody’s: the row is taken without it', () => {
    const { row, findings } = readCustomerRow({ ...ROW, nik: '35.2318.00000000000' }, reading);
    expect([row?.nik, findings.map(({ refuses }) => refuses)]).toEqual([null, [false]]);
  });

  test('of a closed connection no meter is asked for', () => {
    const { row, findings } = readCustomerRow(
      { ...ROW, state: 'tutup', meter_serial: '', read_on: '', stand: '' },
      reading,
    );
    expect([row?.state, row?.meter, findings]).toEqual(['NONAKTIF', null, []]);
  });

  test('lost zeros come back where the check digit then fits, and nowhere else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), (sequence) => {
        const number = buildCustomerNumber({ region: '01', route: '0203', sequence });
        const lost = { ...ROW, customer_number: number.slice(1), region: '1', route: '203' };
        expect(readCustomerRow(lost, { today, restoreZeros: true }).row).toMatchObject({
          customerNumber: number,
          region: '01',
          route: '0203',
        });
        expect(readCustomerRow(lost, reading).row).toBeNull();
      }),
      { numRuns: 30 },
    );
  });

  test('a NIK is never shown whole', () => {
    const [finding] = readCustomerRow({ ...ROW, nik: '3523180000000000' }, reading).findings;
    expect(finding?.found).toBe('3523…');
  });

  test('whatever stands in the cells, a row is either taken or refused with a word', () => {
    const cells = fc.record(
      Object.fromEntries(
        TAKEOVER_COLUMNS.CUSTOMERS.map(({ field }) => [field, fc.string({ unit: 'binary' })]),
      ),
    );
    fc.assert(
      fc.property(cells, (any) => {
        const { row, findings } = readCustomerRow(any, reading);
        expect(row === null).toBe(findings.some(({ refuses }) => refuses));
      }),
    );
  });
});

describe('a row of arrears', () => {
  const OWED = { number: 'PDAM-00123', period: '03/2025', principal: 'Rp97.500,00', penalty: '10.000' };

  test('as spreadsheets write it', () => {
    expect(readArrearsRow(OWED, reading)).toEqual({
      findings: [],
      row: {
        number: 'PDAM-00123',
        period: '2025-03',
        previousStand: 0,
        currentStand: 0,
        principal: 97_500,
        penalty: 10_000,
      },
    });
  });

  test.each(['2025-03', '202503', '03/2025', '3-2025', 'Maret 2025', '01/03/2025', '45717'])(
    'the month %s',
    (written) => {
      expect(readArrearsRow({ ...OWED, period: written }, reading).row?.period).toBe('2025-03');
    },
  );

  test.each([
    [{ period: '13/2025' }, 'PERIOD_WRONG'],
    [{ period: '11/2025' }, 'PERIOD_NOT_OVER'],
    [{ principal: '0' }, 'NOTHING_OWED'],
    [{ principal: '97,500' }, 'WHOLE_NUMBER'],
    [{ principal: '(97.500)' }, 'WHOLE_NUMBER'],
    [{ principal: '9,75E+4' }, 'SCIENTIFIC'],
    [{ principal: '9999999999' }, 'OUT_OF_RANGE'],
    [{ previous_stand: '10', current_stand: '9' }, 'STANDS_BACKWARDS'],
    [{ number: '' }, 'MISSING'],
  ])('%j: %s', (cells, code) => {
    expect(readArrearsRow({ ...OWED, ...cells }, reading).findings.map((finding) => finding.code)).toEqual([
      code,
    ]);
  });

  test('a bill that is taken over is the sum of its lines', () => {
    const owed = { period: period('2025-03'), principal: rupiah(97_500), penalty: rupiah(10_000) };
    const { lines, total } = openingLines(owed);
    expect(lines.map(({ code, label, amount }) => [code, label, amount])).toEqual([
      ['SALDO', 'Tunggakan Maret 2025, diambil alih', 97_500],
      ['DENDA', 'Denda Maret 2025 sampai pengambilalihan', 10_000],
    ]);
    expect(total).toBe(107_500);
    fc.assert(
      fc.property(fc.nat(1_000_000_000), fc.nat(1_000_000_000), (principal, penalty) => {
        const bill = openingLines({
          period: owed.period,
          principal: rupiah(principal),
          penalty: rupiah(penalty),
        });
        expect(bill.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(bill.total);
      }),
    );
  });
});

test('columns are known by what older systems call them, each once', () => {
  expect(columnsOf('CUSTOMERS', ['No. Pelanggan', 'NAMA', 'Nama', 'Gol', 'Tgl. Pasang', 'warna'])).toEqual([
    'customer_number',
    'name',
    null,
    'tariff',
    'installed_on',
    null,
  ]);
  for (const kind of ['CUSTOMERS', 'ARREARS'] as const) {
    for (const language of ['id', 'en'] as const) {
      const columns = columnsOf(
        kind,
        TAKEOVER_COLUMNS[kind].map(({ title }) => title[language]),
      );
      expect(columns).toEqual(TAKEOVER_COLUMNS[kind].map(({ field }) => field));
    }
  }
  expect(missingColumns('ARREARS', ['number', null])).toEqual(['period', 'principal']);
});
