import { readSettlement, sultraCsv, type SettlementRow } from '@tirtapay/bank-protocol';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Collection } from '../books/collections';
import { openSandbox, type Sandbox } from '../sandbox';
import { SETTLEMENT_BREAKS, withBreaks } from './settlement-breaks';
import { settlementFile } from './settlement-request';

const row = (number: number): SettlementRow => ({
  date: '20260115',
  time: `09310${String(number)}`,
  reference: `BPD-${String(number)}`,
  paymentRequestId: '',
  customerNo: '010203000046',
  periods: ['202511', '202512'],
  sheets: 2,
  amount: 143_000,
  fee: 2_500,
  channel: '6017',
  status: '00',
});
const ROWS = [1, 2, 3, 4, 5, 6, 7, 8].map(row);
const csv = (rows: readonly SettlementRow[]) =>
  sultraCsv({ bank: 'SULTRA', day: '20260115', account: '1', opening: 0, rows });
const lines = (rows: readonly SettlementRow[]) => csv(rows).trimEnd().split('\n');

describe('the file', () => {
  it('has the columns of the reference and a trailer that ties', () => {
    expect(csv([{ ...row(1), reference: '135000000001', paymentRequestId: 'INQ-1' }])).toBe(
      'H;SULTRA;PDAM;20260115;1\n' +
        'tgl_transaksi;jam;no_referensi_bank;payment_request_id;no_pelanggan;periode;jml_lembar;nominal;admin;total;kanal;status\n' +
        '20260115;093101;135000000001;INQ-1;010203000046;202511,202512;2;143000;2500;145500;6017;00\n' +
        'T;1;143000;2500;145500\n',
    );
    expect(lines([]).at(-1)).toBe('T;0;0;0;0');
  });

  it('has each chosen break on a row of its own, and still ties', () => {
    const broken = withBreaks(ROWS, SETTLEMENT_BREAKS, '2026-01-15');
    expect(broken.map(({ reference }) => reference)).toEqual([
      'BPD-2',
      'BPD-2',
      'BPD-3',
      'BPD-4',
      'BPD-5',
      'BPD-6',
      'BPD-7',
      'BPD-8',
      'EXTRA-20260115-000001',
    ]);
    expect(broken.slice(4, 7)).toMatchObject([
      { status: '05', amount: 143_000 },
      { amount: 140_500, fee: 2_500 },
      { customerNo: '010203000053' },
    ]);
    expect(broken[2]?.amount).toBe(144_000);
    expect(broken[3]?.date).toBe('20260116');
    const total = broken.reduce((sum, { amount, fee }) => sum + amount + fee, 0);
    expect(lines(broken).at(-1)).toMatch(new RegExp(`^T;9;\\d+;\\d+;${String(total)}$`));
    expect(withBreaks(ROWS, [], '2026-01-15')).toEqual(ROWS);
    expect(withBreaks([], ['missing', 'extra'], '2026-01-16')).toMatchObject([{ date: '20260116' }]);
  });
});

describe('the day', () => {
  let home: string;
  let sandbox: Sandbox;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'settlement '));
    const now = () => Date.parse('2026-01-15T10:00:00+08:00');
    sandbox = openSandbox({ apiUrl: 'http://127.0.0.1:1', home, now });
  });
  afterEach(() => {
    rmSync(home, { recursive: true, force: true });
  });

  const collection = (change: Partial<Collection>): Collection => ({
    bank: 'sultra',
    reference: 'BPD-1',
    method: 'VA',
    via: 'SNAP',
    target: '13501990000000018',
    customer_no: '990000000018',
    name: 'RINA',
    amount: 70_000,
    fee: 2_500,
    bills: ['010203000046202512'],
    paid_at: '2026-01-15T09:31:05+08:00',
    body: '',
    state: 'CONFIRMED',
    refunds: [],
    ...change,
  });
  const file = (query = '') =>
    settlementFile(sandbox, new URLSearchParams(query))?.content.split('\n').slice(2, -1);

  it('lists what was taken that day at that bank, by account, code and counter, and nothing given back', () => {
    const { collections, journal } = sandbox.books;
    collections.record(collection({}));
    collections.record(
      collection({
        reference: 'QR-1',
        method: 'QRIS',
        via: 'WEBHOOK',
        bills: [],
        customer_no: '',
        paid_at: '2026-01-15T09:40:00+08:00',
      }),
    );
    collections.record(collection({ reference: 'BPD-9', state: 'RETURNED' }));
    collections.record(collection({ reference: 'BPD-8', paid_at: '2026-01-14T23:59:59+08:00' }));
    collections.record(collection({ reference: 'BK2-1', bank: 'kedua' }));
    const posted = {
      status: 'POSTED',
      payment_id: 1,
      receipt_number: 'R',
      bank_reference: 'BPD-T',
      customer_number: '010203000046',
      bills: [
        {
          bill_number: '010203000046202512',
          period: '2025-12',
          principal: 70_000,
          penalty: 0,
          total: 70_000,
        },
      ],
      bill_amount: 70_000,
      stamp_duty: 0,
      admin_fee: 2_500,
      total_amount: 72_500,
      channel: 'TELLER',
      paid_at: '2026-01-15T09:00:00+08:00',
      posted_at: '2026-01-15T09:00:00+08:00',
      receipt_url: '/bukti/x',
    };
    journal.record({
      bank: 'sultra',
      reference: 'BPD-T',
      customer_number: '010203000046',
      amount: 72_500,
      channel: 'TELLER',
      process_body: '{}',
      sent_at: '2026-01-15T09:00:00+08:00',
      state: 'POSTED',
      posted_body: JSON.stringify(posted),
    });
    expect(file()).toEqual([
      '20260115;090000;BPD-T;;010203000046;202512;1;70000;2500;72500;6010;00',
      '20260115;093105;BPD-1;BPD-1;010203000046;202512;1;70000;2500;72500;6017;00',
      '20260115;094000;QR-1;;;;1;70000;2500;72500;6017;00',
      'T;3;210000;7500;217500',
    ]);
    expect(file('bank=kedua')).toHaveLength(2);
    expect(file('date=2026-01-14&break=missing,extra')?.at(0)).toContain('EXTRA-');
  });

  it('refuses a bank, a date or a break it does not know', () => {
    for (const query of ['kind=pdf', 'bank=lain', 'date=2026-02-30', 'date=kemarin', 'break=missing,semua']) {
      expect(file(query)).toBeUndefined();
    }
  });

  it('is written in every kind, with every break, so that the biller reads it without a question', async () => {
    for (let at = 10; at < 20; at += 1) {
      const time = `2026-01-15T09:${String(at)}:00+08:00`;
      sandbox.books.collections.record(collection({ reference: `BPD-${String(at)}`, paid_at: time }));
    }
    const query = `break=${SETTLEMENT_BREAKS.join(',')}`;
    const counts: number[] = [];
    for (const kind of ['csv', 'mt940', 'camt053']) {
      const made = settlementFile(sandbox, new URLSearchParams(`${query}&kind=${kind}`));
      const open = async function* () {
        yield await Promise.resolve(Buffer.from(made?.content ?? ''));
      };
      const reading = await readSettlement(open);
      expect(reading.errors).toEqual([]);
      expect(reading.storable).toBe(true);
      counts.push(reading.credits.total - reading.debits.total);
    }
    expect(new Set(counts).size).toBe(1);
  });
});
