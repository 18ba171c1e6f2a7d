import { Injectable } from '@nestjs/common';
import type { MeterChange } from '@tirtapay/domain';
import { NaturalBatches, type BatchEntry } from '../../../../platform/batches';
import { Database, isFaultOfRow } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { BILL_TITLE } from '../../../water/billing';
import { meterChangeOf } from '../../../water/meter-reading';
import { WAIVER_OFFERS } from '../../../water/penalty';
import { knownCustomer } from './known-customer';
import type { OpenBillRow } from './open-bills';

/** A customer with the open bills, oldest first; null when there are none. */
export interface DebtRow {
  readonly id: number;
  readonly customer_number: string;
  readonly name: string;
  readonly address: string;
  readonly tariff_code: string;
  readonly tariff_name: string;
  readonly bills:
    | readonly (OpenBillRow & {
        /** What a bill is for that is no water of a month; null otherwise. */
        readonly title: string | null;
        readonly usage_m3: number;
        readonly previous_stand: number;
        readonly current_stand: number;
        readonly meter_change: MeterChange | null;
      })[]
    | null;
}

const LIMITS = { items: 64, weight: 64, queued: 1_024, waitMilliseconds: 1_500, runMilliseconds: 4_000 };
const RETRY_SECONDS = 1;
/** Whoever is no bank (the public page, staff, a notification) takes one turn together. */
const NO_BANK = 0;

const READ = `
  SELECT c.id, c.customer_number, c.name, c.address, t.code AS tariff_code, t.name AS tariff_name,
    (SELECT json_agg(json_build_object('id', b.id, 'bill_number', b.bill_number, 'period', b.period, 'tariff_code', bt.code, 'kind', b.kind,
        'principal', b.principal, 'disputed', b.disputed, 'penalty_days_held', b.penalty_days_held, 'penalty_free', b.penalty_free, 'agreed_in', b.agreed_in, 'due_date', b.due_date, 'penalty', coalesce(d.amount, 0), 'penalty_returned', coalesce(d.returned, 0), 'excess_waived', coalesce(d.excess_waived, 0), 'offers', ${WAIVER_OFFERS},
        'title', ${BILL_TITLE},
        'usage_m3', b.usage_m3, 'previous_stand', b.previous_stand, 'current_stand', b.current_stand,
        'meter_change', ${meterChangeOf('b.reading_id')}) ORDER BY b.due_date, b.bill_number)
      FROM tagihan b LEFT JOIN tarif_versi v ON v.id = b.tariff_version_id LEFT JOIN tarif bt ON bt.id = coalesce(v.tariff_id, b.tariff_id)
      LEFT JOIN denda d ON d.bill_id = b.id
      WHERE b.customer_id = c.id AND b.state = 'ISSUED') AS bills
  FROM pelanggan c JOIN tarif t ON t.id = c.tariff_id
  WHERE c.customer_number = ANY ($1) AND ${knownCustomer('c')}`;

type Entry = BatchEntry<string, DebtRow | null>;

/** What customers owe, read for all who ask at the same moment by one statement that begins after the last of them asked. */
@Injectable()
export class ReadDebts {
  private readonly batches = new NaturalBatches<string, DebtRow | null>(
    LIMITS,
    (entries) => this.answer(entries),
    () => new Problem('service.unavailable', { retryAfter: RETRY_SECONDS }),
  );

  constructor(private readonly database: Database) {}

  /** @returns null when nobody has the number, or an applicant who was never billed */
  of(customerNumber: string, bankId = NO_BANK): Promise<DebtRow | null> {
    return this.batches.submit(customerNumber, bankId);
  }

  private async answer(entries: readonly Entry[]): Promise<void> {
    try {
      await this.read(entries);
    } catch (error) {
      // One customer's rows must not refuse the others: each is asked for alone. A database that is lost or held by somebody
      // refuses all alike: to wait for it once more for each would answer nobody in time.
      if (entries.length === 1 || !isFaultOfRow(error)) throw error;
      for (const entry of entries)
        await this.read([entry]).catch((failure: unknown) => {
          entry.fail(failure);
        });
    }
  }

  private async read(entries: readonly Entry[]): Promise<void> {
    const numbers = [...new Set(entries.map(({ item }) => item))];
    const rows = await this.database.readPrepared<DebtRow & object>('read_debts', READ, [numbers]);
    const byNumber = new Map(rows.map((row) => [row.customer_number, row]));
    for (const entry of entries) entry.succeed(byNumber.get(entry.item) ?? null);
  }
}
