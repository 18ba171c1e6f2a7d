import { Injectable } from '@nestjs/common';
import type { Role } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import type { TwoStepDto } from '../dto/two-step.dto';
import { TwoStepRule } from './two-step-rule';

@Injectable()
export class TwoStepQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rule: TwoStepRule,
  ) {}

  async of({ id, role }: { readonly id: number; readonly role: Role }): Promise<TwoStepDto> {
    const [row] = await this.database.read<{ since: Date | null; left: number }>(
      `SELECT (SELECT confirmed_at FROM two_step WHERE user_id = $1 AND confirmed_at IS NOT NULL AND ended_at IS NULL) AS since,
         (SELECT count(*)::int FROM recovery_code WHERE user_id = $1 AND used_at IS NULL AND voided_at IS NULL) AS left`,
      [id],
    );
    const since = row?.since ?? null;
    return {
      on: since !== null,
      required: this.rule.demands(role),
      since: this.clock.textOf(since),
      recovery_codes_left: row?.left ?? 0,
    };
  }
}
