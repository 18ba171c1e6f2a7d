import { Injectable } from '@nestjs/common';
import { sumRupiah, type BusinessDate } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import type { WaiverEffectDto } from '../dto/waiver.dto';
import type { OverdueRow } from '../overdue-bills';
import { PolicyBook } from '../policy-book';
import { assertProposable } from './new-waiver';
import { toWaiver, type StoredWaiver } from './stored-waiver';
import { planWaiver, type WaiverPlan } from './waivable-bills';
import { WaiverGroups, windowBefore, type GroupReader } from './waiver-groups';

/** Who would be forgiven how much, and what comes in; nothing is stored. */
@Injectable()
export class SimulateWaiver {
  private readonly groups: WaiverGroups;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly book: PolicyBook,
  ) {
    const read: GroupReader = (sql, values) => this.database.screen(sql, values);
    this.groups = new WaiverGroups(read, (date) => this.clock.endOfDay(date));
  }

  /** @throws Problem waiver.invalid */
  async of(terms: StoredWaiver): Promise<WaiverEffectDto> {
    const today = this.clock.businessDate();
    assertProposable(terms, this.clock);
    const proposal = toWaiver(terms);
    const plan = await planWaiver(
      (sql, values) => this.database.screen<OverdueRow & object>(sql, values),
      proposal,
      await this.book.current(),
      today,
    );
    const days = windowBefore({ from: proposal.validFrom, to: proposal.validTo }, today);
    const before = await this.groups.ofScope(proposal, days);
    return { ...effectOf(plan, before.rate), before };
  }

  /** What became of a programme's bills so far, beside those of others. */
  async result(id: number, terms: StoredWaiver & { readonly last_day: string }) {
    const proposal = toWaiver(terms);
    const today = this.clock.businessDate();
    if (proposal.validFrom > today) return null;
    const last = terms.last_day as BusinessDate;
    const days = { from: proposal.validFrom, to: last < today ? last : today };
    if (days.to < days.from) return null;
    const [covered, outside, before] = await Promise.all([
      this.groups.covered(id, days),
      this.groups.outside(proposal, days),
      this.groups.ofScope(proposal, windowBefore(days, days.from)),
    ]);
    return { covered, outside, before };
  }
}

/** @param usual of the principal, what is paid without a programme in as many days, in hundredths of a percent */
function effectOf({ within, beyond }: WaiverPlan, usual: number): Omit<WaiverEffectDto, 'before'> {
  const principal = sumRupiah(within.map(({ bill }) => bill.principal));
  const most = sumRupiah(within.map(({ bill }) => bill.most));
  const reserved = sumRupiah(within.map((one) => one.reserved));
  const collected = principal + most - reserved;
  return {
    bills: within.length,
    customers: new Set(within.map(({ bill }) => bill.customerId)).size,
    principal,
    penalty: sumRupiah(within.map(({ bill }) => bill.now)),
    reserved,
    collected_most: collected,
    collected_usual: Math.floor((collected * usual) / 10_000),
    beyond_bills: beyond.length,
    beyond_amount: sumRupiah(beyond.map((one) => one.reserved)),
  };
}
