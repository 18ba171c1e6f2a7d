import { Injectable, type OnModuleInit } from '@nestjs/common';
import { actionWord, itemTypeWord, movementOf, safeInBulk, type StatementKind } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { FollowUps, RequestApproval } from '../../../ground/approvals';
import { keepCases } from '../days/keep-cases';
import { lockOpenDay } from '../days/lock-day';
import type { AdjustItemBody, AdjustManyBody, AdjustManyDto } from '../dto/item.dto';
import { RECONCILIATION_SAYS } from '../sentences';
import { ADJUSTMENT_APPROVAL, type Adjustment, type DecidedBy } from './adjustment';
import { CarryOut } from './carry-out.service';
import {
  assertFor,
  ITEM_TO_SETTLE,
  lockOpenItem,
  notForThis,
  sidesOf,
  type ItemToSettle,
  type LockedItem,
} from './lock-item';
import { toldChoice } from './told-choice';

/** One request stays readable, and its decision within the time of a screen. */
const MOST_AT_ONCE = 500;
/** So many times as many are looked at for them: the day is locked, on a connection the banks are answered on. */
const MOST_PAGES = 20;

/** Whatever is not equal is settled by two people: one asks, with a reason; another decides, and it happens then. */
@Injectable()
export class RequestAdjustment implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly followUps: FollowUps,
    private readonly approvals: RequestApproval,
    private readonly carryOut: CarryOut,
  ) {}

  onModuleInit(): void {
    this.followUps.onRow(ADJUSTMENT_APPROVAL, {
      approved: async (tx, { approvalId, entityType, entityId, payload, madeBy, decidedBy }) => {
        const order = payload as Adjustment & { readonly item_ids?: readonly number[] };
        const by = { approvalId, madeBy, decidedBy };
        if (entityType === 'rekonsiliasi')
          await this.decideMany(tx, entityId, order.item_ids ?? [], order, by);
        else await this.decide(tx, entityId, order, by);
      },
      dropped: async (tx, { approvalId }) => {
        await tx.query(
          "UPDATE rekonsiliasi_detail SET approval_id = NULL WHERE approval_id = $1 AND state = 'OPEN'",
          [approvalId],
        );
      },
    });
  }

  /**
   * @throws Problem reconciliation.item_not_found, reconciliation.closed, reconciliation.item_decided, approval.pending,
   *   reconciliation.item_outdated, reconciliation.order_under_way, request.invalid
   */
  request(itemId: number, body: AdjustItemBody): Promise<number> {
    return this.database.transaction(async (tx) => {
      const { item } = await lockOpenItem(tx, itemId);
      if (item.approval_id !== null) throw new Problem('approval.pending');
      assertFor(item, body.action);
      const order: Adjustment = {
        action: body.action,
        reason: body.reason,
        customer_number: body.customer_number ?? null,
        payment_ids: [
          ...(body.payment_ids ?? []),
          // As the candidates of an item have them.
          ...(body.movement_ids ?? []).map((id) => movementOf(id)),
        ].filter((id) => Number.isSafeInteger(id)),
        claim_id: body.claim_id ?? null,
      };
      const id = await this.approvals.request(tx, {
        kind: ADJUSTMENT_APPROVAL,
        entityType: 'rekonsiliasi_detail',
        entityId: itemId,
        summary: `${actionWord(body.action, item.statement, 'id')} – ${itemTypeWord(item.type, item.statement, 'id')}, ${await this.where(tx, item.reconciliation_id)}`,
        payload: {
          ...order,
          ...(await toldChoice(tx, order, item.statement)),
          party: item.statement,
          type: item.type,
          our_amount: item.our_amount,
          bank_amount: item.bank_amount,
          difference: item.difference,
        },
        reason: body.reason,
      });
      await tx.query('UPDATE rekonsiliasi_detail SET approval_id = $2 WHERE id = $1', [itemId, id]);
      return id;
    });
  }

  /** All of one type of a day, where nobody's money changes hands by it. @throws Problem request.invalid when there is none */
  requestMany(dayId: number, body: AdjustManyBody): Promise<AdjustManyDto> {
    return this.database.transaction(async (tx) => {
      const { statement } = await lockOpenDay(tx, dayId);
      const items = await this.safeOnes(tx, dayId, body, statement);
      if (items.length === 0)
        throw new Problem('request.invalid', {
          errors: [{ pointer: '/action', code: 'not_applicable', message: RECONCILIATION_SAYS.noneOfThese }],
        });
      const sum = (of: (item: LockedItem) => number) => items.reduce((total, item) => total + of(item), 0);
      const sums = {
        count: items.length,
        our_amount: sum((item) => item.our_amount),
        bank_amount: sum((item) => item.bank_amount),
        difference: sum((item) => item.difference),
      };
      if (body.preview) return { ...sums, approval_id: null };
      const ids = items.map(({ id }) => id);
      const id = await this.approvals.request(tx, {
        kind: ADJUSTMENT_APPROVAL,
        entityType: 'rekonsiliasi',
        entityId: dayId,
        summary: `${actionWord(body.action, statement, 'id')} – ${String(ids.length)} × ${itemTypeWord(body.type, statement, 'id')}, ${await this.where(tx, dayId)}`,
        payload: {
          action: body.action,
          reason: body.reason,
          customer_number: null,
          payment_ids: [],
          claim_id: null,
          party: statement,
          type: body.type,
          ...sums,
          item_ids: ids,
        },
        reason: body.reason,
      });
      await tx.query('UPDATE rekonsiliasi_detail SET approval_id = $2 WHERE id = ANY ($1)', [ids, id]);
      return { ...sums, approval_id: id };
    });
  }

  /** The first of a day that may be asked for together, also when many others stand before them. */
  private async safeOnes(
    tx: Tx,
    dayId: number,
    { type, action }: AdjustManyBody,
    statement: StatementKind,
  ): Promise<ItemToSettle[]> {
    const safe: ItemToSettle[] = [];
    let last = 0;
    for (let page = 0; page < MOST_PAGES && safe.length < MOST_AT_ONCE; page += 1) {
      const some = await tx.query<ItemToSettle>(
        `${ITEM_TO_SETTLE} WHERE d.reconciliation_id = $1 AND d.type = $2 AND d.state = 'OPEN' AND d.approval_id IS NULL AND d.id > $3
         ORDER BY d.id LIMIT ${String(MOST_AT_ONCE)} FOR UPDATE OF d`,
        [dayId, type, last],
      );
      if (some.length === 0) break;
      last = some.at(-1)?.id ?? last;
      safe.push(...some.filter((item) => safeInBulk(sidesOf(item), action, statement)));
    }
    return safe.slice(0, MOST_AT_ONCE);
  }

  private async decide(tx: Tx, itemId: number, order: Adjustment, by: DecidedBy): Promise<void> {
    const at = await lockOpenItem(tx, itemId);
    await this.carryOut.apply(tx, at, order, by);
    await keepCases(tx, at.day.id, this.clock.date());
  }

  private async decideMany(
    tx: Tx,
    dayId: number,
    ids: readonly number[],
    order: Adjustment,
    by: DecidedBy,
  ): Promise<void> {
    for (const id of ids) {
      const at = await lockOpenItem(tx, id);
      if (!safeInBulk(sidesOf(at.item), order.action, at.item.statement)) throw notForThis();
      await this.carryOut.apply(tx, at, order, by);
    }
    await keepCases(tx, dayId, this.clock.date());
  }

  private async where(tx: Tx, dayId: number): Promise<string> {
    const { name, date } = await tx.one<{ name: string; date: string }>(
      'SELECT c.name, r.settlement_date AS date FROM rekonsiliasi r JOIN penerima c ON c.id = r.collector_id WHERE r.id = $1',
      [dayId],
    );
    return `${name} ${date}`;
  }
}
