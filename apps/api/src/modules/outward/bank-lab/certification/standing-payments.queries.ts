import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock';
import { Database, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import type { StandingPaymentsDto } from '../dto/certification.dto';

/** As many as a page shows and a request names. */
export const MOST_STANDING = 100;

interface StandingRow {
  readonly id: number;
  readonly receipt_number: string;
  readonly bank_reference: string;
  readonly amount: number;
  readonly posted_at: Date;
  readonly certification_id: number | null;
}

/** A bank that is not live has brought no money but that of its certifications (law I113). */
const STANDING = `
  SELECT p.id, k.receipt_number, p.bank_reference, p.amount, p.posted_at,
    (SELECT max(r.id) FROM certification_run r WHERE r.bank_id = b.id AND r.started_at <= p.posted_at) AS certification_id
  FROM bank_integration b
  JOIN pembayaran p ON p.collector_id = b.id AND p.kind = 'PAYMENT'
  JOIN kwitansi k ON k.payment_id = p.id
  WHERE b.id = $1 AND b.environment <> 'LIVE' AND NOT EXISTS (SELECT FROM pembayaran x WHERE x.reversal_of = p.id)
  ORDER BY p.id`;

/** Payments of certifications that nobody has taken back, of a bank that is not live: the newest truth, for who decides. */
export function standingPayments(source: { query: Tx['query'] }, bankId: number): Promise<StandingRow[]> {
  return source.query<StandingRow & object>(STANDING, [bankId]);
}

@Injectable()
export class StandingPayments {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem bank.not_found */
  async of(bankId: number): Promise<StandingPaymentsDto> {
    const [bank] = await this.database.screen('SELECT 1 FROM bank_integration WHERE id = $1', [bankId]);
    if (bank === undefined) throw new Problem('bank.not_found');
    const standing = await standingPayments({ query: this.database.screen.bind(this.database) }, bankId);
    return {
      count: standing.length,
      amount: sumOf(standing),
      payments: standing
        .slice(0, MOST_STANDING)
        .map(({ posted_at: at, ...payment }) => ({ ...payment, posted_at: this.clock.textOf(at) })),
    };
  }
}

export const sumOf = (payments: readonly { readonly amount: number }[]): number =>
  payments.reduce((sum, { amount }) => sum + amount, 0);
