import { Injectable, type OnModuleInit } from '@nestjs/common';
import { writeAudit } from '../../../platform/audit';
import { Database } from '../../../platform/database';
import { DomainEvents } from '../../../platform/events';
import { writeSetting } from '../../../platform/settings';
import { RequestApproval } from '../approvals';
import type { DueRuleBody } from './dto/settings.dto';
import { SettingsQueries } from './settings.queries';

export const MONEY_SETTINGS_APPROVAL = 'money_settings';

interface DueRuleOrder {
  readonly due_day: number;
  readonly least_days: number;
  readonly before: { readonly due_day: number; readonly least_days: number };
}

/** When bills are due decides who pays a penalty: two people. It holds for bills drafted from then on. */
@Injectable()
export class ChangeDueRule implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: DomainEvents,
    private readonly approvals: RequestApproval,
    private readonly settings: SettingsQueries,
  ) {}

  onModuleInit(): void {
    this.events.on('approval.approved', async (tx, { kind, payload }) => {
      if (kind !== MONEY_SETTINGS_APPROVAL) return;
      const { due_day: dueDay, least_days: leastDays, before } = payload as DueRuleOrder;
      await writeSetting(tx, 'due_day', dueDay);
      await writeSetting(tx, 'due_least_days', leastDays);
      await writeAudit(tx, {
        action: 'due_rule.changed',
        entityType: 'app_setting',
        entityId: null,
        before,
        after: { due_day: dueDay, least_days: leastDays },
      });
    });
  }

  /** @throws Problem approval.pending */
  async request({ due_day: dueDay, least_days: leastDays, reason }: DueRuleBody): Promise<number> {
    const before = await this.settings.dueRule();
    return this.database.transaction((tx) =>
      this.approvals.request(tx, {
        kind: MONEY_SETTINGS_APPROVAL,
        entityType: 'app_setting',
        entityId: 1,
        summary: `Jatuh tempo tanggal ${String(dueDay)}, paling sedikit ${String(leastDays)} hari sesudah terbit`,
        payload: { due_day: dueDay, least_days: leastDays, before },
        reason,
      }),
    );
  }
}
