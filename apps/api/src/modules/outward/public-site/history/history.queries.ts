import { Injectable } from '@nestjs/common';
import {
  addMonths,
  type BilledState,
  businessDateOf,
  maskAddress,
  maskName,
  type MeterChange,
  periodOfDate,
} from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import type { StoredPhoto } from '../../../../platform/http';
import { InquireBills, type InquiredBill } from '../../../money/payment';
import { BILL_TITLE } from '../../../water/billing';
import { meterChangeOf } from '../../../water/meter-reading';
import type { HistoryBillDto, HistoryPaymentDto, PublicHistoryDto } from './history.dto';

interface BillRow {
  period: string;
  bill_number: string;
  state: BilledState;
  previous_stand: number;
  current_stand: number;
  usage_m3: number;
  meter_change: MeterChange | null;
  estimated: boolean;
  read_at: Date;
  has_photo: boolean;
  principal: number;
  penalty: number | null;
  due_date: string;
  paid_at: Date | null;
  receipt_token: string | null;
  /** The next ones of a month a plan replaced. */
  agreed_at: Date | null;
  instalments: number | null;
  paid_instalments: number | null;
  broken: boolean | null;
}

interface PaymentRow {
  paid_at: Date;
  receipt_number: string;
  receipt_token: string;
  bank_code: string;
  bank_name: string;
  channel: string;
  periods: string[] | null;
  titles: string[] | null;
  total_amount: number;
  reversed: boolean;
}

/** The reading itself; after a correction the photo was taken with the row that was put right. */
const PHOTOGRAPHED = `x.customer_id = r.customer_id AND x.period = r.period AND (x.id = r.id OR x.status = 'CORRECTED')`;

const BILLS = `
  SELECT b.period, b.bill_number, b.state, b.previous_stand, b.current_stand, b.usage_m3, r.method = 'ESTIMATED' AS estimated,
    ${meterChangeOf('r.id')} AS meter_change,
    r.read_at, EXISTS (SELECT FROM meter_reading x JOIN foto_meter f ON f.client_id = x.client_id WHERE ${PHOTOGRAPHED}) AS has_photo, b.principal, coalesce(a.penalty - a.waived, n.penalty) AS penalty, b.due_date, p.posted_at AS paid_at, k.token AS receipt_token,
    n.agreed_at, n.instalments, n.paid_instalments, n.broken
  FROM tagihan b
  JOIN meter_reading r ON r.id = b.reading_id
  LEFT JOIN pembayaran p ON p.id = b.paid_by
  LEFT JOIN pembayaran_alokasi a ON a.payment_id = p.id AND a.bill_id = b.id
  LEFT JOIN kwitansi k ON k.payment_id = p.id
  LEFT JOIN LATERAL (SELECT s.penalty, o.created_at AS agreed_at, o.instalments, o.ended_as IS NOT NULL AS broken,
      (SELECT count(*)::int FROM angsuran i JOIN tagihan x ON x.id = i.bill_id WHERE i.plan_id = o.id AND x.state = 'PAID') AS paid_instalments
    FROM angsuran_sumber s JOIN rencana_angsuran o ON o.id = s.plan_id
    WHERE s.bill_id = b.id AND o.ended_as IS DISTINCT FROM 'WITHDRAWN') n ON b.state = 'REPLACED_BY'
  WHERE b.customer_id = $1 AND b.state IN ('ISSUED', 'PAID', 'REPLACED_BY') AND b.period >= $2
  ORDER BY b.period DESC`;

const PAYMENTS = `
  SELECT p.posted_at AS paid_at, k.receipt_number, k.token AS receipt_token, i.series AS bank_code, i.name AS bank_name, p.channel,
    (SELECT array_agg(b.period ORDER BY b.period) FROM pembayaran_alokasi a JOIN tagihan b ON b.id = a.bill_id
      WHERE a.payment_id = p.id AND a.kind = 'BILL' AND b.kind IN ('WATER', 'OPENING')) AS periods,
    (SELECT array_agg(${BILL_TITLE} ORDER BY b.due_date, b.bill_number) FROM pembayaran_alokasi a JOIN tagihan b ON b.id = a.bill_id
      WHERE a.payment_id = p.id AND a.kind = 'BILL' AND b.kind NOT IN ('WATER', 'OPENING')) AS titles,
    p.amount + p.admin_fee AS total_amount, EXISTS (SELECT FROM pembayaran x WHERE x.reversal_of = p.id) AS reversed
  FROM pembayaran p JOIN kwitansi k ON k.payment_id = p.id JOIN penerima i ON i.id = p.collector_id
  WHERE p.customer_id = $1 AND p.kind <> 'REVERSAL' AND p.business_date >= $2
  ORDER BY p.posted_at DESC, p.id DESC LIMIT 200`;

const PHOTO = `
  SELECT f.media_type, f.content, f.redrawn, f.file_key, f.file_sha256, f.size_bytes
  FROM pelanggan c
  JOIN tagihan b ON b.customer_id = c.id AND b.period = $2 AND b.state IN ('ISSUED', 'PAID', 'REPLACED_BY')
  JOIN meter_reading r ON r.id = b.reading_id
  JOIN meter_reading x ON ${PHOTOGRAPHED}
  JOIN foto_meter f ON f.client_id = x.client_id
  WHERE c.customer_number = $1 ORDER BY x.id = r.id DESC, x.id DESC LIMIT 1`;

/** Usage, bills and payments of the last months, for whoever has shown the second factor. */
@Injectable()
export class HistoryQueries {
  constructor(
    private readonly database: Database,
    private readonly inquiries: InquireBills,
    private readonly clock: Clock,
  ) {}

  async of(customerNumber: string, months: number, until: number): Promise<PublicHistoryDto> {
    const { customer, bills: open } = await this.inquiries.open(customerNumber);
    // The month that runs has no bill yet: twelve months are the twelve before it.
    const from = addMonths(periodOfDate(this.clock.businessDate()), -months);
    const [bills, payments] = await Promise.all([
      this.database.screen<BillRow>(BILLS, [customer.id, from]),
      this.database.screen<PaymentRow>(PAYMENTS, [customer.id, `${from}-01`]),
    ]);
    const due = new Map(open.map((bill) => [bill.billNumber, bill]));
    return {
      customer: {
        customer_number: customerNumber,
        name: maskName(customer.name),
        address: maskAddress(customer.address),
        tariff_category: customer.tariffName,
      },
      months,
      from_period: from,
      expires_at: this.clock.text(until),
      bills: bills.map((row) => this.bill(row, due.get(row.bill_number))),
      payments: payments.map((row) => this.payment(row)),
    };
  }

  /** The photo behind the bill of a period, or null. */
  async photo(customerNumber: string, period: string): Promise<StoredPhoto | null> {
    const [row] = await this.database.screen<StoredPhoto & Record<string, unknown>>(PHOTO, [
      customerNumber,
      period,
    ]);
    return row ?? null;
  }

  private bill(row: BillRow, due: InquiredBill | undefined): HistoryBillDto {
    const penalty = row.penalty ?? (due === undefined ? 0 : due.penalty - due.waiver);
    return {
      period: row.period,
      bill_number: row.bill_number,
      state: row.state,
      previous_stand: row.previous_stand,
      current_stand: row.current_stand,
      usage_m3: row.usage_m3,
      meter_change: row.meter_change,
      estimated: row.estimated,
      read_at: this.clock.textOf(row.read_at),
      has_photo: row.has_photo,
      principal: row.principal,
      penalty,
      total: row.principal + penalty,
      due_date: row.due_date,
      paid_at: row.paid_at === null ? null : this.clock.textOf(row.paid_at),
      receipt_token: row.receipt_token,
      plan:
        row.agreed_at === null
          ? null
          : {
              agreed_on: businessDateOf(row.agreed_at.getTime(), this.clock.zone),
              instalments: row.instalments ?? 0,
              paid_instalments: row.paid_instalments ?? 0,
              broken: row.broken ?? false,
            },
    };
  }

  private payment(row: PaymentRow): HistoryPaymentDto {
    return {
      paid_at: this.clock.textOf(row.paid_at),
      receipt_number: row.receipt_number,
      receipt_token: row.receipt_token,
      bank: { code: row.bank_code, name: row.bank_name },
      channel: row.channel,
      periods: row.periods ?? [],
      titles: row.titles ?? [],
      total_amount: row.total_amount,
      reversed: row.reversed,
    };
  }
}
