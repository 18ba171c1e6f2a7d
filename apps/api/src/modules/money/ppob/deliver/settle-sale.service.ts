import { Injectable } from '@nestjs/common';
import {
  hear,
  type CollectorKind,
  rupiah,
  saleDelivered,
  saleRefunded,
  type PurchaseState,
  SUPPLIER_ACCOUNT,
  type SaleMoney,
  type SupplierTerms,
} from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { Letterhead } from '../../../../platform/letterhead';
import { Database, type Tx } from '../../../../platform/database';
import { writeOutbox } from '../../../../platform/events';
import { Problem } from '../../../../platform/problem';
import { Deposits, Shifts, type ShiftKey } from '../../../ground/collectors';
import { PostJournals } from '../../../ground/ledger';
import { issueSaleReceipt } from '../../payment';
import { CASES } from '../ppob-cases';
import { saleAnswer } from '../sales/sale-answer';
import { readDetails, writeCode } from '../sales/sale-details';
import { SALE_COLUMNS, SALE_FROM, type SaleRow } from '../sales/sale-row';
import type { SupplierAnswer } from '../supplier/supplier-port';
import { bookSupplierMovement } from '../supplier-money/supplier-books';
import { complete, handedOver } from './handed-over';
import { writeStep } from './steps';

/** When a supplier's answer is missing; the last one goes on. */
const PAUSES_SECONDS = [2, 5, 15, 60, 300, 900] as const;

/**
 * What a supplier said, asked or by itself, put to the law and carried out: delivered, given back, or looked at again
 * later. Whoever says it twice or too late changes nothing.
 */
@Injectable()
export class SettleSale {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journals: PostJournals,
    private readonly deposits: Deposits,
    private readonly shifts: Shifts,
    private readonly letterhead: Letterhead,
  ) {}

  /** @returns the state the sale is in now */
  settle(id: number, said: SupplierAnswer): Promise<PurchaseState> {
    return this.database.transaction(async (tx) => {
      const sale = await this.locked(tx, id, said);
      return this.apply(tx, sale, complete(sale, said));
    });
  }

  /**
   * What two people know from the supplier by another way, of a sale whose end it does not tell us itself.
   * @throws Problem ppob.sale_over
   */
  async agreed(tx: Tx, id: number, said: SupplierAnswer): Promise<void> {
    const sale = await this.locked(tx, id, said);
    if (!isAtSupplier(sale.status)) throw new Problem('ppob.sale_over');
    await this.apply(tx, sale, said);
  }

  private async locked(tx: Tx, id: number, said: SupplierAnswer): Promise<SaleRow> {
    const [owner] = await tx.query<{ collector_id: number; kind: CollectorKind }>(
      'SELECT t.collector_id, c.kind FROM transactions t JOIN penerima c ON c.id = t.collector_id WHERE t.id = $1',
      [id],
    );
    if (owner === undefined) throw new Error(`no sale ${String(id)}`);
    // The fixed order of locks: the deposit before the sale.
    if (said.word === 'FAILED' && owner.kind === 'PARTNER') await this.deposits.lock(tx, owner.collector_id);
    await tx.query('SELECT FROM transactions WHERE id = $1 FOR NO KEY UPDATE', [id]);
    return tx.one<SaleRow & object>(`SELECT ${SALE_COLUMNS} FROM ${SALE_FROM} WHERE t.id = $1`, [id]);
  }

  private async apply(tx: Tx, sale: SaleRow, said: SupplierAnswer): Promise<PurchaseState> {
    const effect = hear(sale.status, said.word);
    switch (effect.kind) {
      case 'CONTRADICTION':
        await CASES.open(tx, {
          kind: 'SUPPLIER_CONTRADICTION',
          subjectId: sale.id,
          about: 'contradiction',
          amount: sale.principal + sale.admin_fee,
          detail: { sale_id: sale.id, status: sale.status, said: said.word, message: said.message },
          openedAt: this.clock.date(),
        });
        return sale.status;
      case 'NOTHING':
        if (said.word === 'PENDING' || said.word === 'UNKNOWN') await this.later(tx, sale, said.message);
        return sale.status;
      case 'MOVE':
        if (effect.to === 'SUCCESS') await this.deliver(tx, sale, said);
        else if (effect.to !== 'FAILED') await this.doubt(tx, sale, said.message);
        else if (sale.collector_kind === 'COUNTER') await this.owe(tx, sale, said);
        else {
          await this.giveBack(tx, sale, said);
          return 'REFUNDED';
        }
        return effect.to;
    }
  }

  private async deliver(tx: Tx, sale: SaleRow, said: SupplierAnswer): Promise<void> {
    const at = this.clock.date();
    const businessDate = this.clock.dayOf(at.getTime());
    const cost = said.cost ?? sale.listed_cost ?? sale.principal;
    const code = handedOver(sale, said);
    const terms = await termsOf(tx, sale);
    const [journalId] = await this.journals.post(tx, [
      {
        event: 'sale.delivered',
        entityType: 'transactions',
        entityId: sale.id,
        businessDate,
        lines: saleDelivered({ ...moneyOf(sale), cost: rupiah(cost), terms }),
      },
    ]);
    if (cost > 0)
      await bookSupplierMovement(tx, {
        supplier_id: sale.supplier_id ?? 0,
        account: SUPPLIER_ACCOUNT[terms],
        kind: 'COST',
        amount: -cost,
        journal_id: journalId ?? 0,
        sale_id: sale.id,
        business_date: businessDate,
        at,
      });
    if (code !== null) await writeCode(tx, sale.id, sale.service_code, code);
    await this.finished(tx, sale, 'sale.delivered', { cost });
    await writeStep(tx, sale.id, 'SUCCESS', at, said.message);
    const fields = await readDetails((sql, values) => tx.query(sql, values), sale.id, sale.service_code);
    const receiptNumber = await issueSaleReceipt(tx, {
      saleId: sale.id,
      collectorId: sale.collector_id,
      series: sale.collector_series,
      channel: sale.collector_kind === 'COUNTER' ? 'CASH' : 'API',
      businessDate,
      issuedAt: at,
    });
    const ended = { ...sale, status: 'SUCCESS' as const, code, cost, message: null, finished_at: at };
    await tx.query(
      `UPDATE transactions SET status = 'SUCCESS', cost = $2, code = $3, message = NULL, answer = $4, finished_at = $5, next_check_at = NULL
       WHERE id = $1`,
      [
        sale.id,
        cost,
        code,
        saleAnswer({ sale: ended, fields, receiptNumber, bill: null }, this.surroundings),
        at,
      ],
    );
  }

  /**
   * At a counter the customer must be there to be paid back: it is held until a cashier hands it back, and a case says so
   * to whoever has to find the customer.
   */
  private async owe(tx: Tx, sale: SaleRow, said: SupplierAnswer): Promise<void> {
    const at = this.clock.date();
    await this.fail(tx, sale, said, at);
    await CASES.open(tx, {
      kind: 'SALE_NOT_HANDED_BACK',
      subjectId: sale.id,
      amount: sale.principal + sale.admin_fee,
      detail: { sale_id: sale.id, message: said.message },
      openedAt: at,
    });
  }

  /** Back to the deposit it was taken from, and only because the supplier said no. */
  private async giveBack(tx: Tx, sale: SaleRow, said: SupplierAnswer): Promise<void> {
    const at = this.clock.date();
    await this.fail(tx, sale, said, at);
    await this.deposits.put(tx, sale.collector_id, sale.principal + sale.admin_fee);
    await this.refund(tx, { ...sale, message: said.message === '' ? null : said.message }, null, at);
  }

  private async fail(tx: Tx, sale: SaleRow, said: SupplierAnswer, at: Date): Promise<void> {
    await tx.query(
      "UPDATE transactions SET status = 'FAILED', message = nullif($2, $$$$), next_check_at = NULL WHERE id = $1",
      [sale.id, said.message],
    );
    await writeStep(tx, sale.id, 'FAILED', at, said.message);
  }

  /**
   * Pays back in cash what failed, in the shift of whoever does it.
   * @returns what is to be handed over
   * @throws Problem ppob.not_found, counter.sale_not_failed, counter.shift_not_open
   */
  handBack(id: number, drawerId: number, shift: ShiftKey): Promise<number> {
    return this.database.transaction(async (tx) => {
      await this.shifts.hold(tx, drawerId, shift);
      await tx.query('SELECT FROM transactions WHERE id = $1 FOR NO KEY UPDATE', [id]);
      const [sale] = await tx.query<SaleRow & object>(
        `SELECT ${SALE_COLUMNS} FROM ${SALE_FROM} WHERE t.id = $1 AND t.collector_id = $2`,
        [id, drawerId],
      );
      if (sale === undefined) throw new Problem('ppob.not_found');
      if (sale.status !== 'FAILED') throw new Problem('counter.sale_not_failed');
      await this.refund(tx, sale, shift.id, this.clock.date());
      return sale.principal + sale.admin_fee;
    });
  }

  private async refund(tx: Tx, sale: SaleRow, shiftId: number | null, at: Date): Promise<void> {
    await this.journals.post(tx, [
      {
        event: 'sale.refunded',
        entityType: 'transactions',
        entityId: sale.id,
        businessDate: this.clock.dayOf(at.getTime()),
        lines: saleRefunded(moneyOf(sale)),
      },
    ]);
    const fields = await readDetails((sql, values) => tx.query(sql, values), sale.id, sale.service_code);
    const ended = { ...sale, status: 'REFUNDED' as const, finished_at: at };
    await tx.query(
      `UPDATE transactions SET status = 'REFUNDED', answer = $2, finished_at = $3, handed_back_in = $4, next_check_at = NULL
       WHERE id = $1`,
      [
        sale.id,
        saleAnswer({ sale: ended, fields, receiptNumber: null, bill: null }, this.surroundings),
        at,
        shiftId,
      ],
    );
    await writeStep(tx, sale.id, 'REFUNDED', at, null);
    await this.finished(tx, sale, 'sale.refunded', { message: sale.message });
  }

  private async finished(
    tx: Tx,
    sale: SaleRow,
    action: 'sale.delivered' | 'sale.refunded',
    after: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await writeAudit(tx, {
      action,
      entityType: 'transactions',
      entityId: sale.id,
      before: { status: sale.status },
      after,
    });
    await writeOutbox(tx, action, sale.id, { sale_id: sale.id, collector_id: sale.collector_id });
    await CASES.settle(tx, { type: 'transactions', id: sale.id }, action, this.clock.date());
  }

  private async doubt(tx: Tx, sale: SaleRow, message: string): Promise<void> {
    await tx.query("UPDATE transactions SET status = 'UNKNOWN' WHERE id = $1", [sale.id]);
    await writeStep(tx, sale.id, 'UNKNOWN', this.clock.date(), message);
    await this.later(tx, sale, message);
  }

  /** What failed at a counter is over for the supplier: a late word is no reason to ask again, and not why it failed. */
  private async later(tx: Tx, sale: SaleRow, message: string): Promise<void> {
    const pause = PAUSES_SECONDS[Math.min(sale.checks, PAUSES_SECONDS.length - 1)] ?? 900;
    await tx.query(
      `UPDATE transactions SET message = nullif($2, $$$$), next_check_at = $3
       WHERE id = $1 AND answer IS NULL AND status <> 'FAILED'`,
      [sale.id, message, new Date(this.clock.now() + pause * 1_000)],
    );
  }

  private get surroundings() {
    return { clock: this.clock, utility: this.letterhead.current };
  }
}

/** The supplier may have it, and has not said how it ended. */
export function isAtSupplier(state: PurchaseState): boolean {
  return state === 'SENT' || state === 'UNKNOWN';
}

/** As it is paid when it has delivered: the account of the books and the movement say the same. */
async function termsOf(tx: Tx, sale: SaleRow): Promise<SupplierTerms> {
  const { terms } = await tx.one<{ terms: SupplierTerms }>('SELECT terms FROM penyedia WHERE id = $1', [
    sale.supplier_id,
  ]);
  return terms;
}

function moneyOf(sale: SaleRow): SaleMoney {
  return {
    collector: { id: sale.collector_id, kind: sale.collector_kind },
    principal: rupiah(sale.principal),
    adminFee: rupiah(sale.admin_fee),
  };
}

declare module '../../../../platform/events/outbox' {
  interface OutboxTopics {
    'sale.delivered': { readonly sale_id: number; readonly collector_id: number };
    'sale.refunded': { readonly sale_id: number; readonly collector_id: number };
  }
}
