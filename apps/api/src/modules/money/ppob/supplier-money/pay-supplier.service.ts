import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  formatRupiah,
  rupiah,
  SUPPLIER_PAYMENT_ACCOUNT,
  supplierPaid,
  supplierPaymentReversed,
  type SupplierPaymentKind,
} from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { Database, type RowOf, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { FollowUps, RequestApproval } from '../../../ground/approvals';
import { PostJournals } from '../../../ground/ledger';
import type { SupplierMovement } from '../entities/supplier-movement.entity';
import { bookSupplierMovement } from './supplier-books';
import { lockSupplier, readSupplier } from './lock-supplier';
import type {
  ReverseSupplierPaymentBody,
  SupplierPaymentBody,
  SupplierRequestedDto,
} from './supplier-money.dto';

const PAYMENT_APPROVAL = 'supplier_payment';

/** What a second person is shown and what is carried out. */
interface AgreedPayment {
  readonly action: SupplierPaymentKind;
  readonly amount: number;
  readonly bank_reference: string;
  /** The movement it takes back; null when it is a payment. */
  readonly reverses_id: number | null;
}

type BookedPayment = RowOf<SupplierMovement, 'id' | 'supplierId' | 'kind' | 'amount' | 'bankReference'> & {
  readonly reversed: boolean;
};

const WHAT = { TOP_UP: 'Pengisian deposit', SETTLEMENT: 'Pelunasan utang' } as const;

/**
 * Money of ours goes to a supplier: one person made the transfer, another agrees, then the books have it. A wrong one is
 * taken back by two people as well, as a movement of its own that names it.
 */
@Injectable()
export class PaySupplier implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly followUps: FollowUps,
    private readonly approvals: RequestApproval,
    private readonly journals: PostJournals,
  ) {}

  onModuleInit(): void {
    this.followUps.onRow(PAYMENT_APPROVAL, {
      approved: (tx, { approvalId, entityId, payload }) =>
        this.carryOut(tx, entityId, payload as AgreedPayment, approvalId),
    });
  }

  /** @throws Problem supplier.not_found, supplier.owed_less, approval.pending */
  request(
    supplierId: number,
    { kind, amount, bank_reference, reason }: SupplierPaymentBody,
  ): Promise<SupplierRequestedDto> {
    return this.database.transaction(async (tx) => {
      const asked = await this.ask(
        tx,
        await readSupplier(tx, supplierId),
        { action: kind, amount, bank_reference, reverses_id: null },
        reason,
      );
      const { owed } = await lockSupplier(tx, supplierId);
      if (kind === 'SETTLEMENT') assertOwed(owed, amount);
      return asked;
    });
  }

  /** @throws Problem supplier.payment_not_found, supplier.payment_reversed, approval.pending */
  requestReversal(movementId: number, { reason }: ReverseSupplierPaymentBody): Promise<SupplierRequestedDto> {
    return this.database.transaction(async (tx) => {
      const payment = await this.payment(tx, movementId);
      const asked = await this.ask(
        tx,
        await readSupplier(tx, payment.supplier_id),
        {
          action: payment.kind === 'TOP_UP' ? 'TOP_UP' : 'SETTLEMENT',
          amount: payment.amount,
          bank_reference: payment.bank_reference ?? '',
          reverses_id: payment.id,
        },
        reason,
      );
      await lockSupplier(tx, payment.supplier_id);
      await this.payment(tx, movementId);
      return asked;
    });
  }

  private async ask(
    tx: Tx,
    supplier: { readonly id: number; readonly name: string },
    payment: AgreedPayment,
    reason: string,
  ): Promise<SupplierRequestedDto> {
    const what = `${payment.reverses_id === null ? '' : 'Pembatalan '}${WHAT[payment.action]}`;
    const id = await this.approvals.request(tx, {
      kind: PAYMENT_APPROVAL,
      entityType: 'penyedia',
      entityId: supplier.id,
      summary: `${what} ${formatRupiah(rupiah(payment.amount))} – ${supplier.name}`,
      payload: { ...payment },
      reason,
    });
    return { approval_id: id, status: 'PENDING' };
  }

  private async carryOut(
    tx: Tx,
    supplierId: number,
    agreed: AgreedPayment,
    approvalId: number,
  ): Promise<void> {
    const supplier = await lockSupplier(tx, supplierId);
    const { action, reverses_id: reverses } = agreed;
    const money = { kind: action, amount: rupiah(agreed.amount) };
    if (reverses !== null) await this.payment(tx, reverses);
    else if (action === 'SETTLEMENT') assertOwed(supplier.owed, agreed.amount);
    const businessDate = this.clock.businessDate();
    const [journalId] = await this.journals.post(tx, [
      {
        event: reverses === null ? 'supplier.paid' : 'supplier.payment_reversed',
        entityType: 'penyedia',
        entityId: supplierId,
        businessDate,
        lines: reverses === null ? supplierPaid(money) : supplierPaymentReversed(money),
      },
    ]);
    await bookSupplierMovement(tx, {
      supplier_id: supplierId,
      account: SUPPLIER_PAYMENT_ACCOUNT[action],
      kind: action,
      amount: reverses === null ? agreed.amount : -agreed.amount,
      journal_id: journalId ?? 0,
      bank_reference: agreed.bank_reference,
      approval_id: approvalId,
      reverses_id: reverses,
      business_date: businessDate,
      at: this.clock.date(),
    });
    await writeAudit(tx, {
      action: reverses === null ? 'supplier.paid' : 'supplier.payment_reversed',
      entityType: 'penyedia',
      entityId: supplierId,
      after: { ...agreed },
    });
  }

  /** A payment that stands. */
  private async payment(tx: Tx, id: number): Promise<BookedPayment> {
    const [payment] = await tx.query<BookedPayment & object>(
      `SELECT m.id, m.supplier_id, m.kind, m.amount, m.bank_reference,
         EXISTS (SELECT FROM mutasi_pemasok r WHERE r.reverses_id = m.id) AS reversed
       FROM mutasi_pemasok m WHERE m.id = $1 AND m.kind IN ('TOP_UP', 'SETTLEMENT') AND m.reverses_id IS NULL`,
      [id],
    );
    if (payment === undefined) throw new Problem('supplier.payment_not_found');
    if (payment.reversed) throw new Problem('supplier.payment_reversed');
    return payment;
  }
}

/** More than is owed would be a deposit nobody asked for. */
function assertOwed(owed: number, amount: number): void {
  if (amount > owed) throw new Problem('supplier.owed_less', { members: { owed } });
}
