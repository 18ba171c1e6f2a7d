import { Injectable } from '@nestjs/common';
import { closesByItself, isToldFinding } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database, type Tx } from '../../../../platform/database';
import { OutboxDispatcher } from '../../../../platform/events';
import { ApplyCredit } from './apply-credit.service';
import type { CaseResolution, ResolveCaseBody } from './case.dto';
import { finishCase } from '../../../ground/cases';
import { assertNothingPending, lockCase, notApplicable, type LockedCase } from './held-money';
import { PayOut } from './pay-out.service';
import { ToldMoney } from '../receiving/told-money.service';
import { PAYMENT_SAYS } from '../sentences';

/**
 * A person decides what becomes of a case: money to bills, or nothing is left to do. Money that goes back, to the customer
 * or to the bank, and whether a bank named one money or two, is only asked for here; a second person decides.
 */
@Injectable()
export class ResolveCase {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly credit: ApplyCredit,
    private readonly payOuts: PayOut,
    private readonly told: ToldMoney,
    private readonly outbox: OutboxDispatcher,
  ) {}

  /** @throws Problem case.not_found, case.resolved, approval.pending, request.invalid when the decision does not fit the case */
  async resolve(id: number, { resolution, note }: ResolveCaseBody): Promise<void> {
    const customerNumber = resolution === 'APPLY' ? await this.customerOf(id) : null;
    await this.database.transaction(async (tx) => {
      const locked = await lockCase(tx, id, isToldFinding(resolution) ? resolution : undefined);
      await assertNothingPending(tx, id);
      if (resolution === 'APPLY') await this.apply(tx, locked, customerNumber, note);
      else if (resolution === 'CLOSE') await this.close(tx, locked, note);
      else if (isToldFinding(resolution)) await this.told.request(tx, locked, resolution, note);
      else await this.payOuts.request(tx, locked, resolution, note);
    });
    this.outbox.nudge();
  }

  private async customerOf(id: number): Promise<string | null> {
    const [row] = await this.database.read<{ customer_number: string }>(
      'SELECT c.customer_number FROM kasus k JOIN pelanggan c ON c.id = k.customer_id WHERE k.id = $1',
      [id],
    );
    return row?.customer_number ?? null;
  }

  /** Stays open while something of its credit is left over; the rest waits for a bill, or for another decision. */
  private async apply(
    tx: Tx,
    locked: LockedCase,
    customerNumber: string | null,
    note: string,
  ): Promise<void> {
    const { customer_id: customerId } = locked;
    if (locked.held_kind !== 'CREDIT' || customerId === null || customerNumber === null)
      throw notApplicable(PAYMENT_SAYS.notACredit);
    if (locked.remaining === 0) throw notApplicable(PAYMENT_SAYS.nothingLeft);
    const emptied = await this.credit.apply(tx, {
      caseId: locked.id,
      customerId,
      customerNumber,
    });
    for (const caseId of emptied) await this.finish(tx, caseId, 'APPLY', note);
  }

  private async close(tx: Tx, locked: LockedCase, note: string): Promise<void> {
    if (locked.kind === 'TWO_NAMES') throw notApplicable(PAYMENT_SAYS.twoNames);
    if (closesByItself(locked.kind)) throw notApplicable(PAYMENT_SAYS.closesByItself);
    if (locked.remaining > 0) throw notApplicable(PAYMENT_SAYS.holdsMoney);
    await this.finish(tx, locked.id, 'CLOSE', note);
  }

  private finish(tx: Tx, id: number, resolution: CaseResolution, note: string): Promise<void> {
    return finishCase(tx, id, { resolution, note, at: this.clock.date() });
  }
}
