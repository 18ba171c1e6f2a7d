import { Inject, Injectable } from '@nestjs/common';
import { INSTALMENT_GRACE_DAYS, LEAST_DAYS_TO_PAY, zoneLabel } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { CONFIG, type Config } from '../../../platform/config';
import { Database } from '../../../platform/database';
import { Letterhead } from '../../../platform/letterhead';
import type { SettingsDto } from './dto/settings.dto';

/** As bills are drafted while nobody said otherwise. */
const DEFAULT_DUE_DAY = 20;

/** When bills are due, and how long an instalment may be late. */
export interface DueRule {
  readonly due_day: number;
  readonly least_days: number;
  readonly instalment_grace_days: number;
}

@Injectable()
export class SettingsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly letterhead: Letterhead,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async all(): Promise<SettingsDto> {
    const [row] = await this.database.screen<{ approval_id: number | null }>(
      `SELECT (SELECT id FROM persetujuan WHERE kind = 'money_settings' AND status = 'PENDING') AS approval_id`,
    );
    const { text, version } = await this.letterhead.kept();
    return {
      letterhead: { ...text, version },
      letterhead_written: version > 0,
      ...(await this.dueRule()),
      due_rule_approval_id: row?.approval_id ?? null,
      two_step_required: this.config.twoStepRequired,
      zone: this.clock.zone,
      zone_label: zoneLabel(this.clock.now(), this.clock.zone),
    };
  }

  async dueRule(): Promise<DueRule> {
    const rows = await this.database.screen<{ key: string; value: unknown }>(
      "SELECT key, value FROM app_setting WHERE key IN ('due_day', 'due_least_days', 'instalment_grace_days')",
    );
    const number = (key: string, otherwise: number): number => {
      const value = rows.find((row) => row.key === key)?.value;
      return typeof value === 'number' ? value : otherwise;
    };
    return {
      due_day: number('due_day', DEFAULT_DUE_DAY),
      least_days: number('due_least_days', LEAST_DAYS_TO_PAY),
      instalment_grace_days: number('instalment_grace_days', INSTALMENT_GRACE_DAYS),
    };
  }
}
