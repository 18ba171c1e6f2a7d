import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  addDays,
  businessDate,
  offerKey,
  PPOB_SERVICES,
  priceChangeProblems,
  supersede,
  type PpobService,
  type PpobServiceCode,
  type PriceChange,
} from '@tirtapay/domain';
import { changedMeanwhile, writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { Database, type Tx } from '../../../../platform/database';
import { OutboxDispatcher } from '../../../../platform/events';
import { Problem } from '../../../../platform/problem';
import { FollowUps, RequestApproval } from '../../../ground/approvals';
import { fieldOfSaleSays, PRICE_SAYS } from '../sentences';
import type { ChangePricesBody, PriceChangeRequestedDto } from './price-change.dto';
import { endPriceLines, feeAt, lockLines, offerAt, writeFee, writeOffer } from './price-lines';

const APPROVAL = 'price_list';
/** What a list of prices changes of a service; who stops or starts one changes none of it. */
const PRICED = ['admin_fee', 'offered', 'withdrawn'];

/** What the second person sees and what is carried out: each new value beside the one it replaces. */
interface AgreedChange {
  readonly service_code: PpobServiceCode;
  /** Null: as soon as it is agreed. */
  readonly effective_date: string | null;
  readonly admin_fee: { readonly before: number; readonly after: number } | null;
  readonly offered: readonly (PriceChange['offered'][number] & { readonly before: object | null })[];
  readonly withdrawn: readonly (PriceChange['withdrawn'][number] & { readonly before: object | null })[];
}

/** Prices and fees change by two people, from an instant on; a sale that was begun keeps the line it was priced by. */
@Injectable()
export class ChangePrices implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly followUps: FollowUps,
    private readonly outbox: OutboxDispatcher,
    private readonly approvals: RequestApproval,
  ) {}

  onModuleInit(): void {
    this.followUps.onRow(APPROVAL, {
      approved: (tx, { entityId, payload, approvalId }) =>
        this.carryOut(tx, entityId, payload as AgreedChange, approvalId),
    });
  }

  /** @throws Problem request.invalid with a pointer to each field, ppob.not_offered, approval.pending */
  async request(code: PpobServiceCode, body: ChangePricesBody): Promise<PriceChangeRequestedDto> {
    const service = PPOB_SERVICES[code];
    const asked: PriceChange = {
      adminFee: body.admin_fee ?? null,
      offered: body.offered.map(({ variant = '', price = null, cost = null, sku }) => ({
        variant,
        price,
        cost,
        sku,
      })),
      withdrawn: body.withdrawn.map(({ variant = '', price = null }) => ({ variant, price })),
    };
    this.assertAskable(service, asked, body.effective_date ?? null);
    const id = await this.database.transaction(async (tx) => {
      const { id: serviceId } = await tx.one<{ id: number }>('SELECT id FROM services WHERE code = $1', [
        code,
      ]);
      const effectiveDate = body.effective_date ?? null;
      const change = await this.besideBefore(tx, serviceId, service, asked, effectiveDate);
      return this.approvals.request(tx, {
        kind: APPROVAL,
        entityType: 'services',
        entityId: serviceId,
        summary: `Harga ${service.name}${effectiveDate === null ? '' : `, mulai ${effectiveDate}`}`,
        payload: { ...change },
        reason: body.reason,
      });
    });
    this.outbox.nudge();
    return { approval_id: id, status: 'PENDING' };
  }

  private assertAskable(service: PpobService, asked: PriceChange, effectiveDate: string | null): void {
    const errors = priceChangeProblems(service, asked).map(({ pointer, code, words }) => ({
      pointer,
      code,
      message: fieldOfSaleSays(words),
    }));
    if (effectiveDate !== null && effectiveDate <= this.clock.businessDate())
      errors.push({ pointer: '/effective_date', code: 'not_later', message: PRICE_SAYS.laterDay });
    if (errors.length > 0) throw new Problem('request.invalid', { errors });
  }

  /** @throws Problem ppob.not_offered for what is to be withdrawn and is not sold then */
  private async besideBefore(
    tx: Tx,
    serviceId: number,
    service: PpobService,
    { adminFee, offered, withdrawn }: PriceChange,
    effectiveDate: string | null,
  ): Promise<AgreedChange> {
    const at = this.instant(effectiveDate);
    const lines = await lockLines(tx, serviceId);
    const besides = withdrawn.map((offer) => ({ ...offer, before: offerAt(lines, service, offer, at) }));
    const missing = besides.findIndex(({ before }) => before === null);
    if (missing >= 0)
      throw new Problem('ppob.not_offered', {
        errors: [
          {
            pointer: `/withdrawn/${String(missing)}/variant`,
            code: 'not_offered',
            message: PRICE_SAYS.notSold,
          },
        ],
      });
    return {
      service_code: service.code,
      effective_date: effectiveDate,
      admin_fee: adminFee === null ? null : { before: feeAt(lines, at), after: adminFee },
      offered: offered.map((offer) => ({ ...offer, before: offerAt(lines, service, offer, at) })),
      withdrawn: besides,
    };
  }

  private async carryOut(tx: Tx, serviceId: number, change: AgreedChange, approvalId: number): Promise<void> {
    const service = PPOB_SERVICES[change.service_code];
    const lines = await lockLines(tx, serviceId);
    // Read once the lines are locked: whatever is sold from here on is sold under the new ones.
    const at = this.instant(change.effective_date);
    const now = await this.besideBefore(tx, serviceId, service, asked(change), change.effective_date);
    // Somebody changed them meanwhile: the second person saw other values than would be replaced.
    if (JSON.stringify(now) !== JSON.stringify(ordered(change)))
      throw await changedMeanwhile(tx, 'services', serviceId, undefined, { fields: PRICED, asked: true });
    if (change.admin_fee !== null) {
      await endPriceLines(tx, 'ppob_biaya', supersede(lines.fees, at));
      await writeFee(tx, { serviceId, adminFee: change.admin_fee.after, at, approvalId });
    }
    for (const offer of [...change.offered, ...change.withdrawn]) {
      const key = offerKey(service, offer);
      const same = lines.offers.filter((line) => offerKey(service, line) === key);
      await endPriceLines(tx, 'ppob_produk', supersede(same, at));
    }
    for (const offer of change.offered) await writeOffer(tx, { serviceId, ...offer, at, approvalId });
    await writeAudit(tx, {
      action: 'ppob_price.changed',
      entityType: 'services',
      entityId: serviceId,
      ...trailOf(change, this.clock.text(at)),
    });
  }

  /** The beginning of that business day, and never before now. */
  private instant(effectiveDate: string | null): number {
    const now = this.clock.now();
    if (effectiveDate === null) return now;
    return Math.max(now, this.clock.endOfDay(addDays(businessDate(effectiveDate), -1)));
  }
}

/** What was replaced beside what replaces it, and nothing of what stayed. */
function trailOf({ admin_fee: fee, offered, withdrawn, ...change }: AgreedChange, from: string) {
  const replaced = (lines: readonly { readonly before: object | null }[]) =>
    lines.map(({ before }) => before);
  return {
    before: {
      ...(fee !== null && { admin_fee: fee.before }),
      ...(offered.length > 0 && { offered: replaced(offered) }),
      ...(withdrawn.length > 0 && { withdrawn: replaced(withdrawn) }),
    },
    after: {
      ...change,
      ...(fee !== null && { admin_fee: fee.after }),
      ...(offered.length > 0 && { offered: offered.map(offerOf) }),
      ...(withdrawn.length > 0 && { withdrawn: [] }),
      effective_from: from,
    },
  };
}

function asked({ admin_fee: fee, offered, withdrawn }: AgreedChange): PriceChange {
  return { adminFee: fee?.after ?? null, offered: offered.map(offerOf), withdrawn: withdrawn.map(keyOf) };
}

const offerOf = ({ variant, price, cost, sku }: PriceChange['offered'][number]) => ({
  variant,
  price,
  cost,
  sku,
});
const keyOf = ({ variant, price }: PriceChange['withdrawn'][number]) => ({ variant, price });

/** As it is written here; the database keeps the members of an object in an order of its own. */
function ordered(change: AgreedChange): AgreedChange {
  const before = (line: object | null) =>
    line === null ? null : offerOf(line as PriceChange['offered'][number]);
  const { admin_fee: fee } = change;
  return {
    service_code: change.service_code,
    effective_date: change.effective_date,
    admin_fee: fee === null ? null : { before: fee.before, after: fee.after },
    offered: change.offered.map((offer) => ({ ...offerOf(offer), before: before(offer.before) })),
    withdrawn: change.withdrawn.map((offer) => ({ ...keyOf(offer), before: before(offer.before) })),
  };
}
