import { Injectable } from '@nestjs/common';
import { presentPurchaseState } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import { JournalQueries } from '../../../ground/ledger';
import type { SaleSellerDto, SaleStoryDto, SaleSupplierDto } from './sale-story.dto';
import { SaleQueries } from './sales.queries';

interface Parties {
  readonly seller: SaleSellerDto;
  readonly supplier: SaleSupplierDto | null;
  readonly next_check_at: Date | null;
}

/** What the house knows of a sale beside what its seller is told. */
@Injectable()
export class SaleStories {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sales: SaleQueries,
    private readonly journals: JournalQueries,
  ) {}

  /** @throws Problem ppob.not_found */
  async of(id: number): Promise<SaleStoryDto> {
    const sale = await this.sales.row(id, null);
    const [parties, steps, journal] = await Promise.all([
      this.parties(id),
      this.database.screen<{ status: string; at: Date; message: string | null }>(
        'SELECT status, at, message FROM transaction_states WHERE transaction_id = $1 ORDER BY id',
        [id],
      ),
      sale.payment_id === null
        ? this.journals.ofEntity('transactions', id)
        : this.journals.ofEntity('pembayaran', sale.payment_id),
    ]);
    return {
      id,
      status: presentPurchaseState(sale.status, sale.reversed_at !== null),
      stage: sale.status,
      seller: parties.seller,
      supplier: parties.supplier,
      supplier_ref: sale.supplier_ref,
      sku: sale.sku,
      cost: sale.cost,
      margin: sale.cost === null ? null : sale.principal - sale.cost,
      payment_id: sale.payment_id,
      reversed_at: this.clock.textOf(sale.reversed_at),
      next_check_at: this.clock.textOf(parties.next_check_at),
      checks: sale.checks,
      steps: steps.map(({ at, ...step }) => ({ ...step, at: this.clock.textOf(at) })),
      journal: journal.map(({ event, account, account_name, debit, credit }) => ({
        event,
        account,
        account_name,
        debit,
        credit,
      })),
    };
  }

  private async parties(id: number): Promise<Parties> {
    const [parties] = await this.database.screen<Parties & object>(
      `SELECT json_build_object('id', c.id, 'name', c.name, 'kind', c.kind) AS seller,
         CASE WHEN y.id IS NOT NULL THEN json_build_object('id', y.id, 'code', y.code, 'name', y.name) END AS supplier, t.next_check_at
       FROM transactions t JOIN penerima c ON c.id = t.collector_id LEFT JOIN penyedia y ON y.id = t.supplier_id WHERE t.id = $1`,
      [id],
    );
    if (parties === undefined) throw new Error(`no sale ${String(id)}`);
    return parties;
  }
}
