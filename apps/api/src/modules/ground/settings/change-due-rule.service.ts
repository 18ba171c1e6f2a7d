import { Injectable, type OnModuleInit } from '@nestjs/common';
import { writeAudit } from '../../../platform/audit';
import { Database, type Tx } from '../../../platform/database';
import { writeSetting } from '../../../platform/settings';
import { FollowUps, RequestApproval } from '../approvals';
import type { DueRuleBody } from './dto/settings.dto';
import { SettingsQueries, type DueRule } from './settings.queries';

export const MONEY_SETTINGS_APPROVAL = 'money_settings';

interface DueRuleOrder extends Omit<DueRule, 'instalment_grace_days'> {
  /** Asked for by a release that did not know of instalments: none. */
  readonly instalment_grace_days?: number;
  readonly before: DueRule;
}

/** When bills are due decides who pays a penalty: two people. It holds for bills drafted from then on. */
@Injectable()
export class ChangeDueRule implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly followUps: FollowUps,
    private readonly approvals: RequestApproval,
    private readonly settings: SettingsQueries,
  ) {}

  onModuleInit(): void {
    this.followUps.on(MONEY_SETTINGS_APPROVAL, {
      approved: (tx, { payload }) => this.carryOut(tx, payload as DueRuleOrder),
    });
  }

  private async carryOut(
    tx: Tx,
    { due_day: dueDay, least_days: leastDays, instalment_grace_days: graceDays, before }: DueRuleOrder,
  ): Promise<void> {
    await writeSetting(tx, 'due_day', dueDay);
    await writeSetting(tx, 'due_least_days', leastDays);
    if (graceDays !== undefined) await writeSetting(tx, 'instalment_grace_days', graceDays);
    await writeAudit(tx, {
      action: 'due_rule.changed',
      entityType: 'app_setting',
      entityId: null,
      before,
      after: { due_day: dueDay, least_days: leastDays, instalment_grace_days: graceDays },
    });
  }

  /** @throws Problem approval.pending */
  async request({ reason, ...asked }: DueRuleBody): Promise<number> {
    const before = await this.settings.dueRule();
    const { due_day: dueDay, least_days: leastDays } = asked;
    const graceDays = asked.instalment_grace_days ?? before.instalment_grace_days;
    const grace =
      graceDays === before.instalment_grace_days
        ? ''
        : `, angsuran boleh terlambat ${String(graceDays)} hari`;
    return this.database.transaction((tx) =>
      this.approvals.request(tx, {
        kind: MONEY_SETTINGS_APPROVAL,
        entityType: 'app_setting',
        entityId: 1,
        summary: `Jatuh tempo tanggal ${String(dueDay)}, paling sedikit ${String(leastDays)} hari sesudah terbit${grace}`,
        payload: { due_day: dueDay, least_days: leastDays, instalment_grace_days: graceDays, before },
        reason,
      }),
    );
  }
}
