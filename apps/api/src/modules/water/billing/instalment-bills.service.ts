import { Injectable } from '@nestjs/common';
import {
  billCancelled,
  billsReplaced,
  periodOfDate,
  ZERO_RUPIAH,
  type BusinessDate,
  type Period,
  type Rupiah,
} from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import type { Tx } from '../../../platform/database';
import { DomainEvents } from '../../../platform/events';
import { PostJournals } from '../../ground/ledger';
import { openOtherBill } from './other-bills';

/** One share of a plan, or what is left of one. */
export interface ShareToBill {
  readonly amount: Rupiah;
  readonly penaltyFree: Rupiah;
  readonly dueDate: BusinessDate;
  readonly label: string;
  readonly formula: string;
}

/** What a bill is no longer owed of: its principal, and what is owed of the penalty booked on it. */
interface GivenUp {
  readonly billId: number;
  readonly principal: Rupiah;
  readonly penalty: Rupiah;
}

interface OpenedShare {
  readonly billId: number;
  readonly principal: Rupiah;
}

export interface PlanParties {
  readonly planId: number;
  readonly customerId: number;
  readonly customerNumber: string;
  readonly tariffId: number;
  /** The month it was agreed in; null for a plan from before policies could name instalments. */
  readonly agreedIn: Period | null;
}

const PLAN = 'rencana_angsuran';

/**
 * Bills of kind INSTALMENT in place of others: they are issued as they are made, with one journal that moves inside the
 * receivables, because nothing is earned by agreeing to pay later. Whoever calls holds the locks of the customer and of the
 * bills, has booked the penalties of the day, and knows that these bills are open.
 */
@Injectable()
export class InstalmentBills {
  constructor(
    private readonly clock: Clock,
    private readonly journals: PostJournals,
    private readonly events: DomainEvents,
  ) {}

  /**
   * As issuing does: while a policy is decided, nothing is agreed on that it might be about. Before whoever agrees reads the
   * policies, or what both people saw would not be what holds.
   */
  async holdRules(tx: Tx): Promise<void> {
    await tx.query("SELECT pg_advisory_xact_lock_shared(hashtext('kebijakan_denda'))");
  }

  /**
   * What is owed of the sources is owed by the shares from now on; accounts and codes over the sources end.
   * @returns the instalments in the order of the shares
   * @throws Problem bill.numbers_used_up
   */
  async replace(
    tx: Tx,
    plan: PlanParties,
    sources: readonly GivenUp[],
    shares: readonly ShareToBill[],
  ): Promise<number[]> {
    await this.holdRules(tx);
    const opened: OpenedShare[] = [];
    for (const share of shares) opened.push(await this.open(tx, plan, share));
    await tx.query("UPDATE tagihan SET state = 'REPLACED_BY' WHERE id = ANY ($1)", [
      sources.map(({ billId }) => billId),
    ]);
    await this.book(tx, 'bill.replaced', plan, sources, opened);
    await this.events.raise(tx, 'bills.cancelled', {
      customerIds: [plan.customerId],
      billIds: sources.map(({ billId }) => billId),
    });
    return opened.map(({ billId }) => billId);
  }

  /**
   * The instalments nobody paid are asked for no more; one bill asks for all of them. Penalties booked on them go with them:
   * the rest bears its own, from the oldest of their days.
   * @param bills.revoked of the bills the plan replaced: penalties that are owed again, and by the rest
   * @returns its id
   */
  async merge(
    tx: Tx,
    plan: PlanParties,
    { unpaid, revoked }: { readonly unpaid: readonly GivenUp[]; readonly revoked: readonly GivenUp[] },
    rest: ShareToBill,
  ): Promise<number> {
    const opened = await this.open(tx, plan, rest);
    await this.cancel(tx, plan, unpaid, (owed) =>
      this.book(tx, 'plan.broken', plan, [...owed, ...revoked], [opened]),
    );
    return opened.billId;
  }

  /** Nothing was paid: the instalments are asked for no more, and the sources again, as if nothing had been agreed. */
  async revive(
    tx: Tx,
    plan: Pick<PlanParties, 'planId' | 'customerId'>,
    sources: readonly GivenUp[],
    instalments: readonly GivenUp[],
  ): Promise<void> {
    await this.cancel(tx, plan, instalments, async (owed) => {
      await tx.query("UPDATE tagihan SET state = 'ISSUED' WHERE id = ANY ($1)", [
        sources.map(({ billId }) => billId),
      ]);
      await this.journals.post(tx, [
        {
          event: 'plan.withdrawn',
          entityType: PLAN,
          entityId: plan.planId,
          businessDate: this.clock.businessDate(),
          lines: billsReplaced({ customerId: plan.customerId, sources, instalments: owed }).map((line) => ({
            ...line,
            debit: line.credit,
            credit: line.debit,
          })),
        },
      ]);
    });
  }

  /** What of these bears no penalty, once a bill they stand for was corrected. */
  async freeOfPenalty(
    tx: Tx,
    parts: readonly { readonly billId: number; readonly penaltyFree: Rupiah }[],
  ): Promise<void> {
    await tx.query(
      `UPDATE tagihan b SET penalty_free = f.amount FROM unnest($1::bigint[], $2::bigint[]) AS f (id, amount) WHERE b.id = f.id`,
      [parts.map(({ billId }) => billId), parts.map(({ penaltyFree }) => penaltyFree)],
    );
  }

  /** Credit is used for what is open now. */
  async announce(tx: Tx, customerId: number): Promise<void> {
    await this.events.raise(tx, 'bills.issued', { customerIds: [customerId] });
  }

  private async cancel(
    tx: Tx,
    { customerId }: Pick<PlanParties, 'customerId'>,
    bills: readonly GivenUp[],
    book: (owed: readonly GivenUp[]) => Promise<unknown>,
  ): Promise<void> {
    const billIds = bills.map(({ billId }) => billId);
    await tx.query("UPDATE tagihan SET state = 'CANCELLED' WHERE id = ANY ($1)", [billIds]);
    await this.journals.post(
      tx,
      bills
        .filter(({ penalty }) => penalty > 0)
        .map(({ billId, penalty }) => ({
          event: 'bill.cancelled',
          entityType: 'tagihan',
          entityId: billId,
          businessDate: this.clock.businessDate(),
          lines: billCancelled({
            customerId,
            billId,
            kind: 'INSTALMENT',
            waterAmount: ZERO_RUPIAH,
            fixedAmount: ZERO_RUPIAH,
            penalty,
          }),
        })),
    );
    await book(bills.map((bill) => ({ ...bill, penalty: ZERO_RUPIAH })));
    await this.events.raise(tx, 'bills.cancelled', { customerIds: [customerId], billIds });
    await this.events.raise(tx, 'bills.withdrawn', { billIds });
  }

  private book(
    tx: Tx,
    event: 'bill.replaced' | 'plan.broken',
    { planId, customerId }: PlanParties,
    sources: readonly GivenUp[],
    instalments: readonly OpenedShare[],
  ): Promise<number[]> {
    return this.journals.post(tx, [
      {
        event,
        entityType: PLAN,
        entityId: planId,
        businessDate: this.clock.businessDate(),
        lines: billsReplaced({ customerId, sources, instalments }),
      },
    ]);
  }

  /** Numbered in the year of today, of the month it is due in, and due on the day that was agreed, however soon. */
  private async open(tx: Tx, plan: PlanParties, share: ShareToBill): Promise<OpenedShare> {
    const billId = await openOtherBill(tx, {
      customerId: plan.customerId,
      customerNumber: plan.customerNumber,
      kind: 'INSTALMENT',
      date: this.clock.businessDate(),
      period: periodOfDate(share.dueDate),
      tariffId: plan.tariffId,
    });
    await tx.query(
      `INSERT INTO tagihan_rincian (bill_id, seq, kind, code, label, quantity, unit, rate, amount, formula)
       VALUES ($1, 1, 'INSTALMENT', 'ANGSURAN', $2, 1, 'kali', $3, $3, $4)`,
      [billId, share.label, share.amount, share.formula],
    );
    await tx.query(
      `UPDATE tagihan SET other_amount = $2, principal = $2, penalty_free = $3, due_date = $4, state = 'ISSUED', issued_at = $5,
         agreed_in = $6 WHERE id = $1`,
      [billId, share.amount, share.penaltyFree, share.dueDate, this.clock.date(), plan.agreedIn],
    );
    return { billId, principal: share.amount };
  }
}
