import { Injectable } from '@nestjs/common';
import {
  addDays,
  addMonths,
  comparedPenalty,
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
import { toPolicy } from './stored-policy';

const DAYS_LATE = [1, 31, 61, 91, 181, 365] as const;
/** Enough to judge a rule by; a preview must not read a whole city's arrears. */
const MOST_BILLS = 20_000;
const NO_BILL_YET = rupiah(100_000);

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
    const ceiling = await penaltyCeiling((sql) => this.database.screen(sql));
    assertProposable(proposal, ceiling);
    const policy = toPolicy({ id: 0, ...proposal });
    const [inForce, lastIssued, principal, drafts] = await Promise.all([
      this.book.current(),
      lastIssuedPeriod((sql) => this.database.screen<{ period: Period }>(sql)),
      this.usualPrincipal(policy),
      this.drafts(policy),
    ]);
    return {
      last_issued_period: lastIssued,
      first_period: lastIssued === null ? null : addMonths(lastIssued, 1),
      may_begin: mayBeginAt(policy.validFrom, lastIssued),
      most_per_bill: mostPenalty(policy) ?? 0,
      ceiling,
      drafts,
      example_principal: principal,
      examples: this.examples(policy, inForce, principal),
      arrears: await this.arrears(policy, inForce),
    };
  }

  private examples(policy: PenaltyPolicy, inForce: readonly PenaltyPolicy[], principal: number) {
    const dueDate = this.clock.businessDate();
    const bill = {
      principal: rupiah(principal),
      dueDate,
      period: policy.validFrom,
      tariffCode: policy.tariffCodes?.[0] ?? '',
      disputed: false,
    };
    return DAYS_LATE.map((days) => ({
      days_late: days,
      ...comparedPenalty(bill, inForce, policy, addDays(dueDate, days)),
    }));
  }

  private async arrears(policy: PenaltyPolicy, inForce: readonly PenaltyPolicy[]) {
    const today: BusinessDate = this.clock.businessDate();
    const rows = await this.database.screen<OverdueRow & object>(
      `${SELECT_OVERDUE} AND b.due_date < $1 AND NOT b.disputed AND ($2::text[] IS NULL OR t.code = ANY ($2))
       ORDER BY b.id DESC LIMIT ${String(MOST_BILLS + 1)}`,
      [today, policy.tariffCodes],
    );
    const compared = rows
      .slice(0, MOST_BILLS)
      .map((row) => comparedPenalty(toOverdueBill(row), inForce, policy, today));
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

  /** Bills that will be issued under it. */
  private async drafts(policy: PenaltyPolicy): Promise<number> {
    const [row] = await this.database.screen<{ count: number }>(
      `SELECT count(*) AS count FROM tagihan b JOIN tarif_versi v ON v.id = b.tariff_version_id JOIN tarif t ON t.id = v.tariff_id
       WHERE b.state = 'DRAFT' AND b.period >= $1 AND ($2::text IS NULL OR b.period <= $2)
         AND ($3::text[] IS NULL OR t.code = ANY ($3))`,
      [policy.validFrom, policy.validTo, policy.tariffCodes],
    );
    return row?.count ?? 0;
  }
}
