import { Injectable } from '@nestjs/common';
import {
  addDays,
  addMonths,
  comparedRules,
  mayBeginAt,
  mostPenalty,
  rupiah,
  type BusinessDate,
  type PenaltyPolicy,
  type Period,
} from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import type { PenaltyEffectDto } from './dto/penalty-effect.dto';
import { lastIssuedPeriod } from './issued-periods';
import { assertProposable, penaltyCeiling, type NewPolicy } from './new-policy';
import { SELECT_OVERDUE, toOverdueBill, type OverdueRow } from './overdue-bills';
import { PolicyBook } from './policy-book';
import { firstTouched, type PolicyChange } from './policy-rules';
import { toPolicy, type StoredPolicy } from './stored-policy';

const DAYS_LATE = [1, 31, 61, 91, 181, 365] as const;
/** Enough to judge a rule by; a preview must not read a whole city's arrears. */
const MOST_BILLS = 20_000;
const NO_BILL_YET = rupiah(100_000);

interface Rules {
  readonly current: readonly PenaltyPolicy[];
  readonly proposed: readonly PenaltyPolicy[];
}

const later = (a: Period, b: Period): Period => (a > b ? a : b);

/** What a rule would do: never to bills that are issued, whose rule stays, but to bills like them. */
@Injectable()
export class PolicyEffect {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly book: PolicyBook,
  ) {}

  /** @throws Problem penalty_policy.invalid */
  async of(proposal: NewPolicy): Promise<PenaltyEffectDto> {
    assertProposable(proposal, await penaltyCeiling((sql) => this.database.screen(sql)));
    const policy = toPolicy({ id: 0, ...proposal });
    return this.compared(policy, policy.validFrom, policy.validTo, (inForce) => [...inForce, policy]);
  }

  /** Of an end, or of a switch, of a policy that was approved. */
  async ofChange(
    before: StoredPolicy & { readonly active: boolean },
    after: PolicyChange,
  ): Promise<PenaltyEffectDto> {
    const policy = toPolicy(before);
    const changed = toPolicy({ ...before, valid_to: after.valid_to });
    const longest =
      policy.validTo === null || changed.validTo === null ? null : later(policy.validTo, changed.validTo);
    return this.compared(changed, firstTouched(before, after), longest, (inForce) => [
      ...inForce.filter(({ id }) => id !== before.id),
      ...(after.active ? [changed] : []),
    ]);
  }

  /** @param from the first period whose rule changes; `until` the last one that may */
  private async compared(
    policy: PenaltyPolicy,
    from: Period,
    until: Period | null,
    change: (inForce: readonly PenaltyPolicy[]) => readonly PenaltyPolicy[],
  ): Promise<PenaltyEffectDto> {
    const [ceiling, current, lastIssued, principal, drafts] = await Promise.all([
      penaltyCeiling((sql) => this.database.screen(sql)),
      this.book.current(),
      lastIssuedPeriod(
        (sql, values) => this.database.screen<{ period: Period }>(sql, values),
        policy.kinds ?? ['WATER'],
        this.clock.businessDate(),
      ),
      this.usualPrincipal(policy),
      this.drafts(policy, from, until),
    ]);
    const rules = { current, proposed: change(current) };
    return {
      last_issued_period: lastIssued,
      first_period: lastIssued === null ? null : addMonths(lastIssued, 1),
      may_begin: mayBeginAt(from, lastIssued),
      most_per_bill: mostPenalty(policy) ?? 0,
      ceiling,
      drafts,
      example_principal: principal,
      examples: this.examples(policy, from, rules, principal),
      arrears: await this.arrears(policy, from, rules),
    };
  }

  private examples(policy: PenaltyPolicy, from: Period, rules: Rules, principal: number) {
    const dueDate = this.clock.businessDate();
    const bill = {
      principal: rupiah(principal),
      dueDate,
      period: from,
      tariffCode: policy.tariffCodes?.[0] ?? '',
      disputed: false,
      kind: policy.kinds?.includes('WATER') === false ? ('INSTALMENT' as const) : ('WATER' as const),
    };
    return DAYS_LATE.map((days) => ({
      days_late: days,
      ...comparedRules(bill, from, rules, addDays(dueDate, days)),
    }));
  }

  private async arrears(policy: PenaltyPolicy, from: Period, rules: Rules) {
    const today: BusinessDate = this.clock.businessDate();
    const rows = await this.database.screen<OverdueRow & object>(
      `${SELECT_OVERDUE} AND b.due_date < $1 AND NOT b.disputed AND ($2::text[] IS NULL OR t.code = ANY ($2))
       ORDER BY b.id DESC LIMIT ${String(MOST_BILLS + 1)}`,
      [today, policy.tariffCodes],
    );
    const compared = rows
      .slice(0, MOST_BILLS)
      .map((row) => comparedRules(toOverdueBill(row), from, rules, today));
    return {
      bills: compared.length,
      limited: rows.length > MOST_BILLS,
      current: compared.reduce((sum, one) => sum + one.current, 0),
      proposed: compared.reduce((sum, one) => sum + one.proposed, 0),
      raised: compared.filter((one) => one.proposed > one.current).length,
      lowered: compared.filter((one) => one.proposed < one.current).length,
    };
  }

  /** The mean bill of these categories in the latest issued period, in whole rupiah. */
  private async usualPrincipal(policy: PenaltyPolicy): Promise<number> {
    const [row] = await this.database.screen<{ principal: number | null }>(
      `SELECT round(avg(b.principal))::bigint AS principal FROM (
         SELECT b.principal FROM tagihan b JOIN tarif_versi v ON v.id = b.tariff_version_id JOIN tarif t ON t.id = v.tariff_id
         WHERE b.state IN ('ISSUED', 'PAID') AND ($1::text[] IS NULL OR t.code = ANY ($1))
         ORDER BY b.id DESC LIMIT 1000) b`,
      [policy.tariffCodes],
    );
    return row?.principal ?? NO_BILL_YET;
  }

  /** Bills that will be issued in these periods. */
  private async drafts(policy: PenaltyPolicy, from: Period, until: Period | null): Promise<number> {
    const [row] = await this.database.screen<{ count: number }>(
      `SELECT count(*) AS count FROM tagihan b JOIN tarif_versi v ON v.id = b.tariff_version_id JOIN tarif t ON t.id = v.tariff_id
       WHERE b.state = 'DRAFT' AND b.period >= $1 AND ($2::text IS NULL OR b.period <= $2)
         AND ($3::text[] IS NULL OR t.code = ANY ($3))`,
      [from, until, policy.tariffCodes],
    );
    return row?.count ?? 0;
  }
}
