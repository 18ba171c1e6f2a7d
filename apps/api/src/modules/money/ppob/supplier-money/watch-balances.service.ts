import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { supplierGap } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database, type Tx } from '../../../../platform/database';
import { writeOutbox } from '../../../../platform/events';
import { Jobs } from '../../../../platform/jobs';
import { Problem } from '../../../../platform/problem';
import { CASES } from '../ppob-cases';
import { Suppliers } from '../supplier/suppliers';
import type { ToldBalanceDto } from './supplier-money.dto';
import { bookedBalance } from './supplier-books';

const EVERY_SECONDS = 300;

interface WatchedSupplier {
  readonly id: number;
  readonly name: string;
}

/**
 * Asks suppliers that are paid in advance what they hold of ours, and holds it against our books: a difference that orders
 * in flight do not explain is a case, and a deposit that runs out is told before sales are refused. Our books are never
 * bent to what a supplier says, and sales go on: only the supplier knows what it will still deliver.
 */
@Injectable()
export class WatchBalances implements OnModuleInit {
  private readonly logger = new Logger('supplier balances');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly suppliers: Suppliers,
  ) {}

  onModuleInit(): void {
    this.jobs.every(EVERY_SECONDS, 'supplier balances', () => this.tend());
  }

  async tend(): Promise<void> {
    const watched = await this.database.read<WatchedSupplier & object>(
      "SELECT id, name FROM penyedia WHERE active AND terms = 'PREPAID' ORDER BY id",
    );
    for (const supplier of watched) {
      const told = await this.ask(supplier).catch((error: unknown) => {
        this.logger.warn(`${supplier.name}: ${String(error)}`);
        return null;
      });
      // A supplier that does not answer does not keep us from seeing our own books.
      await this.database.transaction((tx) => this.tellLow(tx, supplier, told?.balance ?? null));
    }
  }

  /** @throws Problem supplier.not_found, ppob.supplier_unavailable */
  async askNow(supplierId: number): Promise<ToldBalanceDto> {
    const [supplier] = await this.database.read<WatchedSupplier & object>(
      'SELECT id, name FROM penyedia WHERE id = $1 AND active',
      [supplierId],
    );
    if (supplier === undefined) throw new Problem('supplier.not_found');
    const told = await this.ask(supplier);
    if (told === null) throw new Problem('ppob.supplier_unavailable', { retryAfter: 10 });
    return told;
  }

  private async ask({ id, name }: WatchedSupplier): Promise<ToldBalanceDto | null> {
    const read = { query: this.database.read.bind(this.database) };
    const supplier = await this.suppliers.byId(id);
    const before = await bookedBalance(read, id);
    const balance = (await supplier?.adapter.balance()) ?? null;
    if (balance === null) return null;
    const after = await bookedBalance(read, id);
    const gap = supplierGap(balance, before, after);
    const at = this.clock.date();
    await this.database.transaction(async (tx) => {
      await tx.query('UPDATE penyedia SET told_balance = $2, told_gap = $3, told_at = $4 WHERE id = $1', [
        id,
        balance,
        gap,
        at,
      ]);
      if (gap !== 0)
        await CASES.open(tx, {
          kind: 'SUPPLIER_BALANCE_DIFFERS',
          subjectId: id,
          about: this.clock.businessDate(),
          amount: Math.abs(gap),
          detail: { supplier: name, told: balance, booked: after.booked, in_flight: after.inFlight, gap },
          openedAt: at,
          standing: true,
        });
    });
    return { balance, gap, at: this.clock.text(at.getTime()) };
  }

  /** Told once, until there is enough again; the lower of what the supplier says and what we have booked counts. */
  private async tellLow(tx: Tx, { id, name }: WatchedSupplier, told: number | null): Promise<void> {
    const { booked } = await bookedBalance(tx, id);
    const left = Math.min(booked, told ?? booked);
    const [low] = await tx.query<{ low_balance: number; became_low: boolean }>(
      `UPDATE penyedia y SET low_since = CASE WHEN $2 < y.low_balance THEN coalesce(y.low_since, $3) END
       FROM penyedia old WHERE y.id = $1 AND old.id = y.id
       RETURNING y.low_balance, old.low_since IS NULL AND y.low_since IS NOT NULL AS became_low`,
      [id, left, this.clock.date()],
    );
    if (low?.became_low === true)
      await writeOutbox(tx, 'supplier.low', id, {
        supplier: name,
        balance: left,
        low_balance: low.low_balance,
      });
  }
}

declare module '../../../../platform/events/outbox' {
  interface OutboxTopics {
    'supplier.low': { readonly supplier: string; readonly balance: number; readonly low_balance: number };
  }
}
