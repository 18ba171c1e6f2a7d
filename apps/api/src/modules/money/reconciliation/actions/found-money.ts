import { Injectable } from '@nestjs/common';
import { addDays, businessDate, isChannel, rupiah, type Channel } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import type { RowOf, Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { BookFoundMoney, markedReference, ownReference } from '../../payment';
import type { LockedDay } from '../days/lock-day';
import type { StoredLine } from '../entities/stored-line.entity';
import { RECONCILIATION_SAYS } from '../sentences';
import type { Adjustment } from './adjustment';
import type { LockedItem } from './lock-item';

type Line = RowOf<StoredLine, keyof StoredLine>;

const AS = {
  POST_PAYMENT: 'BILLS',
  REPOST: 'BILLS',
  CREDIT_CUSTOMER: 'CREDIT',
  SUSPENSE: 'SUSPENSE',
} as const;
type PostingAction = keyof typeof AS;

/** Posts what the bank's file has and our books do not, under the bank's reference. */
@Injectable()
export class PostFoundMoney {
  constructor(
    private readonly clock: Clock,
    private readonly money: BookFoundMoney,
  ) {}

  /**
   * @returns the id of the payment
   * @throws Problem bank.not_live, request.invalid when nobody is named, payment.reference_reused
   */
  async post(
    tx: Tx,
    { item, day }: { item: LockedItem; day: LockedDay },
    order: Adjustment & { readonly action: PostingAction },
    amount: number,
  ): Promise<number> {
    const [line] = await tx.query<Line>('SELECT * FROM berkas_rekonsiliasi_baris WHERE id = $1', [
      item.line_id,
    ]);
    if (line === undefined) throw new Error(`item ${String(item.id)} has no line`);
    const as = AS[order.action];
    const payee = as === 'SUSPENSE' ? null : await this.payee(tx, item, line, order.customer_number);
    const { code, shut } = await tx.one<{ code: string; shut: boolean }>(
      `SELECT c.series AS code, coalesce(b.environment <> 'LIVE', false) AS shut
       FROM penerima c LEFT JOIN bank_integration b ON b.id = c.id WHERE c.id = $1`,
      [day.collector_id],
    );
    if (shut) throw new Problem('bank.not_live');
    const paidAt = this.paidAt(line, day.settlement_date);
    const reference = await freeReference(tx, day.collector_id, item, line);
    return this.money.book(tx, {
      money: {
        // What the bank keeps for itself is outside our books, and not in this amount.
        bank: { id: day.collector_id, code, adminFee: rupiah(0) },
        bankReference: reference,
        amount,
        channel: channelOf(line),
        paidAt: { epoch: paidAt, text: this.clock.text(paidAt), plausible: true },
        target:
          payee === null
            ? { kind: 'UNKNOWN', detail: {} }
            : { kind: 'CUSTOMER', customerNumber: payee.customerNumber },
      },
      as,
      payee,
      detail: { number: line.text, file_line: String(line.line), settlement_date: day.settlement_date },
    });
  }

  /** Who it is for: as the request says, else as the line says, else whoever our payment is of. */
  async payee(
    tx: Tx,
    item: LockedItem,
    line: Pick<Line, 'customer_number' | 'va_number'>,
    named: string | null,
  ): Promise<{ id: number; customerNumber: string }> {
    const number = named ?? line.customer_number ?? line.va_number?.slice(-12) ?? null;
    const [customer] =
      number === null
        ? await tx.query<{ id: number; customer_number: string }>(
            'SELECT c.id, c.customer_number FROM pembayaran p JOIN pelanggan c ON c.id = p.customer_id WHERE p.id = $1',
            [item.payment_id],
          )
        : await tx.query<{ id: number; customer_number: string }>(
            'SELECT c.id, c.customer_number FROM pelanggan c WHERE c.customer_number = $1',
            [number],
          );
    if (customer === undefined)
      throw new Problem('request.invalid', {
        errors: [
          {
            pointer: '/customer_number',
            code: 'required',
            message: named === null ? RECONCILIATION_SAYS.noCustomer : RECONCILIATION_SAYS.unknownCustomer,
          },
        ],
      });
    return { id: customer.id, customerNumber: customer.customer_number };
  }

  /** The bank's wall clock is ours; without a time, the beginning of the day. */
  private paidAt(line: Line, settlementDate: string): number {
    const date = businessDate(line.booked_on ?? settlementDate);
    const [hours = 0, minutes = 0, seconds = 0] = (line.booked_at ?? '00:00:00').split(':').map(Number);
    return this.clock.endOfDay(addDays(date, -1)) + ((hours * 60 + minutes) * 60 + seconds) * 1_000;
  }
}

function channelOf(line: Line): Channel {
  if (isChannel(line.channel)) return line.channel;
  return line.va_number === null ? 'TELLER' : 'VA';
}

/** The bank's own reference while nothing is bound to it; else one that names the item. */
async function freeReference(tx: Tx, collectorId: number, item: LockedItem, line: Line): Promise<string> {
  const own = ownReference(line.reference ?? line.bank_reference);
  const marked = markedReference(own, item.id);
  if (own === '') return marked;
  const [bound] = await tx.query(
    'SELECT 1 FROM bank_reference WHERE collector_id = $1 AND bank_reference = $2',
    [collectorId, own],
  );
  return bound === undefined && own === line.reference ? own : marked;
}
