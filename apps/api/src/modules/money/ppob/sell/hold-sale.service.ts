import { Injectable } from '@nestjs/common';
import { rupiah, saleHeld } from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { Database, SQLSTATE, sqlState, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { Deposits, Shifts } from '../../../ground/collectors';
import { PostJournals } from '../../../ground/ledger';
import { writeStep } from '../deliver/steps';
import { writeDetails } from '../sales/sale-details';
import { SALE_COLUMNS, SALE_FROM, type SaleRow } from '../sales/sale-row';
import { PriceList } from '../prices/price-list.service';
import type { Seller } from './seller';
import type { SaleRequest } from './read-sale-request';

const REPEATED_WITHIN_MILLISECONDS = 120_000;
/** Whoever holds it sends it first; the janitor waits that long. */
const SEND_MILLISECONDS = 5_000;

/** A sale whose money is to be held. */
export interface SaleToHold {
  readonly request: SaleRequest;
  readonly seller: Seller;
  readonly serviceId: number;
  readonly productId: number;
  /** The line of the fees it was priced by. */
  readonly feeId: number;
  readonly supplierId: number;
  readonly supplierRef: string;
  readonly principal: number;
  readonly adminFee: number;
}

/** Takes the money for a sale, once under each reference of the seller. */
@Injectable()
export class HoldSale {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journals: PostJournals,
    private readonly prices: PriceList,
    private readonly deposits: Deposits,
    private readonly shifts: Shifts,
  ) {}

  /**
   * What stands under the reference, after waiting for a sale in flight under it; null when nothing does.
   * @throws Problem ppob.in_progress when that took too long, payment.reference_reused when it means something else,
   *   ppob.possible_duplicate for the same without a reference
   */
  standing(seller: Seller, request: SaleRequest): Promise<SaleRow | null> {
    return this.inTime(() => this.database.transaction((tx) => this.lockAndFind(tx, seller, request)));
  }

  /**
   * The money leaves the deposit, or lies in the drawer, and is held, and the sale is written with the reference it will be bought under.
   * @returns the id of the new sale, or what stood already
   * @throws Problem deposit.insufficient, counter.shift_not_open, and as `standing`; PriceMoved when what it costs has changed
   *   since it was asked
   */
  hold(sale: SaleToHold): Promise<{ readonly id: number } | { readonly standing: SaleRow }> {
    return this.inTime(() =>
      this.database.transaction(async (tx) => {
        const standing = await this.lockAndFind(tx, sale.seller, sale.request);
        return standing === null ? { id: await this.write(tx, sale) } : { standing };
      }),
    );
  }

  /** The lock of the reference, or of what is meant, for the rest of the transaction; then what is there. */
  private async lockAndFind(tx: Tx, seller: Seller, request: SaleRequest): Promise<SaleRow | null> {
    await tx.query('SELECT pg_advisory_xact_lock(reference_lock_key($1, $2))', [
      seller.id,
      request.refId ?? ` ${request.fingerprint}`,
    ]);
    return request.refId === null
      ? this.refuseRepetition(tx, seller, request)
      : this.byReference(tx, seller, request.refId, request.fingerprint);
  }

  private async byReference(
    tx: Tx,
    seller: Seller,
    refId: string,
    fingerprint: string,
  ): Promise<SaleRow | null> {
    const [sale] = await tx.query<SaleRow & object>(
      `SELECT ${SALE_COLUMNS} FROM ${SALE_FROM} WHERE t.collector_id = $1 AND t.ref_id = $2`,
      [seller.id, refId],
    );
    if (sale === undefined) return null;
    if (sale.fingerprint !== fingerprint) throw new Problem('payment.reference_reused');
    return sale;
  }

  /** Two of the same within two minutes and without a name: more likely a second click than a second customer. */
  private async refuseRepetition(tx: Tx, seller: Seller, { fingerprint }: SaleRequest): Promise<null> {
    const [first] = await tx.query<{ id: number; status: string; created_at: Date }>(
      `SELECT id, status, created_at FROM transactions
       WHERE collector_id = $1 AND fingerprint = $2 AND ref_id IS NULL AND created_at > $3 AND status NOT IN ('FAILED', 'REFUNDED')
       ORDER BY created_at DESC LIMIT 1`,
      [seller.id, fingerprint, new Date(this.clock.now() - REPEATED_WITHIN_MILLISECONDS)],
    );
    if (first === undefined) return null;
    throw new Problem('ppob.possible_duplicate', {
      members: { first: { id: first.id, created_at: this.clock.textOf(first.created_at) } },
    });
  }

  private async write(tx: Tx, sale: SaleToHold): Promise<number> {
    const { request, seller } = sale;
    const { order } = request;
    // A drawer's shift before anything else that is locked, a deposit behind what was read.
    if (seller.kind === 'COUNTER') await this.shifts.hold(tx, seller.id, seller.shift);
    const at = await this.prices.soldAt(tx, sale);
    if (seller.kind !== 'COUNTER') await this.deposits.take(tx, seller.id, sale.principal + sale.adminFee);
    const { id } = await tx.one<{ id: number }>(
      `INSERT INTO transactions (collector_id, ref_id, fingerprint, service_id, product_id, supplier_id, supplier_ref, customer_name,
         principal, admin_fee, status, created_at, next_check_at, shift_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'PAID', $11, $12, $13) RETURNING id`,
      [
        seller.id,
        request.refId,
        request.fingerprint,
        sale.serviceId,
        sale.productId,
        sale.supplierId,
        sale.supplierRef,
        order.customerName,
        sale.principal,
        sale.adminFee,
        at,
        new Date(at.getTime() + SEND_MILLISECONDS),
        seller.kind === 'COUNTER' ? seller.shift.id : null,
      ],
    );
    await writeDetails(tx, id, order);
    await writeStep(tx, id, 'CREATED', at, null);
    await writeStep(tx, id, 'PAID', at, null);
    await this.journals.post(tx, [
      {
        event: 'sale.held',
        entityType: 'transactions',
        entityId: id,
        businessDate: this.clock.dayOf(at.getTime()),
        lines: saleHeld({
          collector: { id: seller.id, kind: seller.kind },
          principal: rupiah(sale.principal),
          adminFee: rupiah(sale.adminFee),
        }),
      },
    ]);
    await writeAudit(tx, {
      action: 'sale.held',
      entityType: 'transactions',
      entityId: id,
      after: { service: order.service.code, ref_id: request.refId, amount: sale.principal + sale.adminFee },
    });
    return id;
  }

  private async inTime<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (sqlState(error) === SQLSTATE.lockNotAvailable)
        throw new Problem('ppob.in_progress', { retryAfter: 1 });
      throw error;
    }
  }
}
