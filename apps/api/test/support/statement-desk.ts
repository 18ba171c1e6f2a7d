import { createHmac } from 'node:crypto';
import { depositCsv, salesCsv } from '@tirtapay/bank-protocol';
import { SUPPLIER_CALLBACK_SECRET } from './sandbox-supplier';
import type { TestApp } from './test-app';
import type { TestBank } from './factory';
import { agreeOnTerms } from './settlement-terms';

export interface StatementItem {
  readonly id: number;
  readonly type: string;
  readonly state: string;
  readonly actions: readonly string[];
  readonly our_amount: number;
  readonly bank_amount: number;
  readonly reference: string | null;
  readonly under_way: boolean;
  readonly movement_id: number | null;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export const codeOf = ({ body }: Answer): string | undefined => (body as { code?: string }).code;

type Row = readonly [reference: string, amount: number];

const compact = (date: string): string => date.replaceAll('-', '');

/** As a supplier writes it: signed amounts by its references. */
export const supplierFile = (code: string, date: string, rows: readonly Row[]): string =>
  depositCsv({
    code,
    day: compact(date),
    opening: 5_000_000,
    rows: rows.map(([reference, amount]) => ({
      date: compact(date),
      time: '093000',
      reference,
      text: 'PULSA 081234567890 adm 0',
      amount,
    })),
  });

export const partnerFile = (code: string, date: string, rows: readonly Row[]): string =>
  salesCsv({
    code,
    day: compact(date),
    rows: rows.map(([reference, amount]) => ({
      date: compact(date),
      time: '093000',
      reference,
      customerNo: '',
      service: 'Pulsa',
      amount,
      status: '00',
    })),
  });

/** Statements as the office handles them: one uploads and asks, another agrees, a third closes. */
/** A payment as a bank will tell it in its statement. */
export interface PaidByBank {
  readonly reference: string;
  readonly customer: string;
  readonly amount: number;
}

export class StatementDesk {
  constructor(private readonly app: TestApp) {}

  async begin(collector: number, from: string, more: object = {}): Promise<void> {
    await agreeOnTerms(this.app, collector, {
      valid_from: from,
      cutoff: null,
      settles_saturdays: true,
      settles_sundays: true,
      qris_lag_days: 0,
      fee_per_payment: null,
      mdr_ppm: null,
      ...more,
    });
  }

  /** A customer's bill of April, paid at the counter of the bank now. */
  async payAtBank(bank: TestBank, reference: string): Promise<PaidByBank> {
    const customer = await this.app.make.customer();
    await this.app.make.issuedBill({ customer, period: '2026-04', usage: 25 });
    const { inquiry_id, total_amount: amount } = (
      await bank.client().verify({ customer_number: customer.customer_number })
    ).body as { inquiry_id: string; total_amount: number };
    const paid = await bank.client().process({
      bank_reference: reference,
      inquiry_id,
      amount,
      paid_at: this.app.clock.text(this.app.clock.now()),
      channel: 'TELLER',
    });
    expect([paid.status, codeOf(paid)]).toEqual([200, undefined]);
    return { reference, customer: customer.customer_number, amount };
  }

  async send(collector: number, date: string, raw: string, name = 'a.csv') {
    const query = `bank_id=${String(collector)}&file_name=${name}&settlement_date=${date}`;
    return (await this.app.as('admin')).post<{
      stored: boolean;
      known: boolean;
      reconciliation_id: number;
      reading: { errors: unknown[] };
    }>(`/reconciliation/files?${query}`, undefined, {
      headers: { 'content-type': 'application/octet-stream' },
      raw,
    });
  }

  /** The number of the day that took the file. */
  async stored(collector: number, date: string, raw: string): Promise<number> {
    const { status, body } = await this.send(collector, date, raw);
    expect([status, body.reading.errors, body.stored]).toEqual([201, [], true]);
    return body.reconciliation_id;
  }

  async items(dayId: number, filter = ''): Promise<StatementItem[]> {
    const page = await (
      await this.app.as('admin')
    ).get<{ data: StatementItem[] }>(
      `/reconciliation/items?reconciliation_id=${String(dayId)}&page_size=100${filter}`,
    );
    expect(page.status).toBe(200);
    return page.body.data;
  }

  async told(dayId: number): Promise<string[]> {
    return (await this.items(dayId)).map(({ reference, type }) => `${reference ?? '-'} ${type}`).sort();
  }

  async item<Detail>(id: number | undefined): Promise<Detail> {
    const shown = await (
      await this.app.as('admin')
    ).get<Detail & object>(`/reconciliation/items/${String(id)}`);
    expect(shown.status).toBe(200);
    return shown.body;
  }

  async ask(id: number | undefined, action: string, more: object = {}) {
    return (await this.app.as('admin')).post<{ approval_id: number }>(
      `/reconciliation/items/${String(id)}/adjustment`,
      { action, reason: 'Sesuai konfirmasi tertulis', ...more },
    );
  }

  async settle(id: number | undefined, action: string): Promise<void> {
    const asked = await this.ask(id, action);
    expect([asked.status, codeOf(asked), action]).toEqual([202, undefined, action]);
    await this.approve(asked.body.approval_id);
  }

  async approve(approvalId: number): Promise<void> {
    const answer = await this.decide(approvalId);
    expect([answer.status, codeOf(answer)]).toEqual([200, undefined]);
  }

  async decide(approvalId: number) {
    return (await this.app.as('manajer')).post(`/approvals/${String(approvalId)}/decision`, {
      decision: 'APPROVE',
      note: 'Sudah dicek',
    });
  }

  async close(dayId: number) {
    return (await this.app.as('super')).post<{ state: string; received: number; cleared: number }>(
      `/reconciliation/days/${String(dayId)}/close`,
    );
  }

  async closed(dayId: number): Promise<void> {
    const answer = await this.close(dayId);
    expect([answer.status, codeOf(answer), answer.body.state]).toEqual([200, undefined, 'CLOSED']);
  }

  /** Two people pay a supplier. @returns the number of the movement */
  async pay(supplierId: number, amount: number, reference: string): Promise<number> {
    const asked = await (
      await this.app.as('admin')
    ).post<{ approval_id: number }>(`/ppob/suppliers/${String(supplierId)}/payments`, {
      kind: 'TOP_UP',
      amount,
      bank_reference: reference,
      reason: 'Isi deposit',
    });
    await this.approve(asked.body.approval_id);
    const { id } = await this.app.database.one<{ id: number }>(
      'SELECT max(id)::int AS id FROM mutasi_pemasok WHERE bank_reference = $1 AND supplier_id = $2',
      [reference, supplierId],
    );
    return id;
  }

  async takeBack(movementId: number): Promise<void> {
    const asked = await (
      await this.app.as('admin')
    ).post<{ approval_id: number }>(`/ppob/supplier-movements/${String(movementId)}/reversal`, {
      reason: 'Salah catat',
    });
    await this.approve(asked.body.approval_id);
  }

  /** What a supplier says by itself about an order. */
  async hear(code: string, reference: string, status: 'Sukses' | 'Gagal'): Promise<void> {
    const raw = JSON.stringify({
      data: { ref_id: reference, status, rc: status === 'Sukses' ? '00' : '02', sn: 'SN-1', price: 39_500 },
    });
    const signature = createHmac('sha1', SUPPLIER_CALLBACK_SECRET).update(raw).digest('hex');
    const answer = await this.app.anyone.post(`/public/ppob/callbacks/${code}`, undefined, {
      headers: { 'content-type': 'application/json', 'x-hub-signature': `sha1=${signature}` },
      raw,
    });
    expect(answer.status).toBe(200);
  }
}
