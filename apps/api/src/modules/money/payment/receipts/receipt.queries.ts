import { Inject, Injectable } from '@nestjs/common';
import {
  maskAddress,
  maskName,
  rupiah,
  type CollectionChannel,
  type MeterChange,
  type Period,
} from '@tirtapay/domain';
import type { ReceiptModel } from '@tirtapay/documents';
import { Clock } from '../../../../platform/clock';
import { CONFIG, type Config } from '../../../../platform/config';
import { Letterhead } from '../../../../platform/letterhead';
import { Database } from '../../../../platform/database';
import { BILL_TITLE } from '../../../water/billing';
import { asItWas, categoryBefore } from '../../../water/customers';
import { meterChangeOf } from '../../../water/meter-reading';
import { CORRECTED, PROMISED_UNTIL } from '../../../water/penalty';

interface Row {
  receipt_id: number;
  payment_id: number;
  receipt_number: string;
  token: string;
  reversed_at: Date | null;
  /** Null for suspense: nobody could be named. */
  customer_number: string | null;
  name: string | null;
  address: string | null;
  tariff_code: string | null;
  tariff_name: string | null;
  bills:
    | {
        bill_number: string;
        period: string;
        previous_stand: number;
        current_stand: number;
        usage_m3: number;
        meter_change: MeterChange | null;
        title: string | null;
        principal: number;
        penalty: number;
        total: number;
      }[]
    | null;
  waivers: { programme: string; amount: number }[] | null;
  bill_amount: number;
  stamp_duty: number;
  admin_fee: number;
  amount: number;
  channel: CollectionChannel;
  bank_code: string;
  bank_name: string;
  /** Null for credit that paid bills. */
  bank_reference: string | null;
  paid_at: Date;
  posted_at: Date;
  credit_left: number;
}

/** A receipt with what identifies it; the model is what every renderer takes. */
export interface StoredReceipt {
  readonly id: number;
  readonly paymentId: number;
  readonly token: string;
  /** The code banks know the tariff category by; the printed forms carry its name. */
  readonly tariffCode: string;
  readonly model: ReceiptModel;
}

const SELECT = `
  SELECT k.id AS receipt_id, p.id AS payment_id, k.receipt_number, k.token, x.posted_at AS reversed_at, c.customer_number,
    -- as they were then: a receipt printed again says the same
    ${asItWas('name', 'p.posted_at')} AS name, ${asItWas('address', 'p.posted_at')} AS address, t.code AS tariff_code, t.name AS tariff_name,
    (SELECT json_agg(json_build_object('bill_number', b.bill_number, 'period', b.period, 'previous_stand', b.previous_stand,
        'current_stand', b.current_stand, 'usage_m3', b.usage_m3, 'meter_change', ${meterChangeOf('b.reading_id')}, 'title', ${BILL_TITLE},
        'principal', a.principal, 'penalty', a.penalty - a.waived, 'total', a.amount) ORDER BY b.due_date, b.bill_number)
      FROM pembayaran_alokasi a JOIN tagihan b ON b.id = a.bill_id WHERE a.payment_id = p.id AND a.kind = 'BILL') AS bills,
    (SELECT json_agg(json_build_object('programme', g.name, 'amount', g.amount) ORDER BY g.name) FROM (
        SELECT coalesce(w.name, '${CORRECTED}') AS name, sum(CASE WHEN w.id IS NULL THEN found.excess ELSE a.waived - found.excess END)::bigint AS amount
        FROM pembayaran_alokasi a
        CROSS JOIN LATERAL (SELECT coalesce(sum(k.excess_waived), 0) AS excess FROM koreksi_tagihan k WHERE k.bill_id = a.bill_id
          AND k.journal_id < (SELECT min(e.id) FROM jurnal e WHERE e.entity_type = 'pembayaran' AND e.entity_id = p.id)) found
        LEFT JOIN LATERAL (
          SELECT w.id, w.name FROM pemutihan_jatah j JOIN program_pemutihan w ON w.id = j.programme_id
          WHERE j.bill_id = a.bill_id AND p.business_date BETWEEN w.valid_from AND ${PROMISED_UNTIL}
          UNION ALL SELECT NULL, NULL WHERE found.excess > 0) w ON true
        WHERE a.payment_id = p.id AND a.waived > 0 GROUP BY w.id, w.name) g WHERE g.amount > 0) AS waivers,
    p.bill_amount, p.stamp_duty, p.admin_fee, p.amount, p.channel, i.series AS bank_code, i.name AS bank_name, p.bank_reference, p.paid_at, p.posted_at,
    -- as it was then
    (SELECT coalesce(sum(s.amount), 0) FROM saldo_pelanggan s WHERE s.customer_id = p.customer_id
       AND (s.created_at <= p.posted_at OR s.payment_id = p.id))::bigint AS credit_left
  FROM pembayaran p
  JOIN kwitansi k ON k.payment_id = p.id
  JOIN penerima i ON i.id = p.collector_id
  LEFT JOIN pelanggan c ON c.id = p.customer_id
  LEFT JOIN tarif t ON t.id = ${categoryBefore('p.posted_at')}
  LEFT JOIN pembayaran x ON x.reversal_of = p.id
  WHERE p.kind <> 'REVERSAL'`;

const NOBODY = '-';

@Injectable()
export class ReceiptQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly letterhead: Letterhead,
  ) {}

  byToken(token: string): Promise<StoredReceipt | null> {
    return this.one('k.token = $1', [token]);
  }

  byReference(bankId: number, reference: string): Promise<StoredReceipt | null> {
    return this.one('p.collector_id = $1 AND p.bank_reference = $2', [bankId, reference]);
  }

  byPayment(paymentId: number): Promise<StoredReceipt | null> {
    return this.one('p.id = $1', [paymentId]);
  }

  private async one(condition: string, values: readonly unknown[]): Promise<StoredReceipt | null> {
    const [row] = await this.database.read<Row>(`${SELECT} AND ${condition}`, values);
    if (row === undefined) return null;
    return {
      id: row.receipt_id,
      paymentId: row.payment_id,
      token: row.token,
      tariffCode: row.tariff_code ?? NOBODY,
      model: this.model(row),
    };
  }

  private model(row: Row): ReceiptModel {
    const utility = this.letterhead.current;
    return {
      utility: { name: utility.name, address: utility.address, phone: utility.phone },
      receiptNumber: row.receipt_number,
      copyNumber: 0,
      status: row.reversed_at === null ? 'POSTED' : 'REVERSED',
      customer: {
        customerNumber: row.customer_number ?? NOBODY,
        name: row.name ?? NOBODY,
        address: row.address ?? NOBODY,
        tariffCategory: row.tariff_name ?? NOBODY,
      },
      bills: (row.bills ?? []).map((bill) => ({
        billNumber: bill.bill_number,
        period: bill.period as Period,
        previousStand: bill.previous_stand,
        currentStand: bill.current_stand,
        usageM3: bill.usage_m3,
        ...(bill.meter_change === null ? {} : { meterChange: bill.meter_change }),
        ...(bill.title === null ? {} : { title: bill.title }),
        principal: rupiah(bill.principal),
        penalty: rupiah(bill.penalty),
        total: rupiah(bill.total),
      })),
      ...(row.waivers === null
        ? {}
        : { waivers: row.waivers.map(({ programme, amount }) => ({ programme, amount: rupiah(amount) })) }),
      billAmount: rupiah(row.bill_amount),
      stampDuty: rupiah(row.stamp_duty),
      adminFee: rupiah(row.admin_fee),
      ...(row.bill_amount === 0 && {
        heldAmount: rupiah(row.amount),
        heldFor: row.customer_number === null ? 'NOBODY' : 'KNOWN',
      }),
      ...(row.credit_left > 0 ? { creditLeft: rupiah(row.credit_left) } : {}),
      totalAmount: rupiah(row.amount + row.admin_fee),
      channel: row.channel,
      bank: { code: row.bank_code, name: row.bank_name },
      bankReference: row.bank_reference ?? NOBODY,
      paidAt: row.paid_at.getTime(),
      postedAt: row.posted_at.getTime(),
      zone: this.clock.zone,
      verificationUrl: `${this.config.publicUrl}/v/${row.token}`,
    };
  }
}

/** What a stranger who holds the link may see: whose name it is, not where they live. */
export function maskedForPublic(model: ReceiptModel): ReceiptModel {
  const reference = model.bankReference;
  return {
    ...model,
    customer: {
      ...model.customer,
      name: maskName(model.customer.name),
      address: maskAddress(model.customer.address),
    },
    bankReference: reference.length <= 8 ? reference : `${reference.slice(0, 4)}…${reference.slice(-4)}`,
  };
}
