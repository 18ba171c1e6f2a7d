import { Injectable, type OnModuleInit } from '@nestjs/common';
import { parseCidrStrict } from '@tirtapay/bank-protocol';
import { writeAudit } from '../../platform/audit';
import type { Tx } from '../../platform/database';
import { DomainEvents } from '../../platform/events';
import { Problem, type FieldError } from '../../platform/problem';
import type { ChangeBankSettingsBody } from './dto/bank.dto';

export const SETTINGS_APPROVAL = 'bank_settings';

export type SettingsChange = Omit<ChangeBankSettingsBody, 'reason'>;

const COLUMNS = [
  'allowed_cidrs',
  'admin_fee',
  'rate_limit_per_second',
  'cutoff_start',
  'cutoff_end',
  'channels',
  'va_prefix',
  'instructions',
] as const;

/** Fees, addresses and limits of a bank change only when a second person agrees. */
@Injectable()
export class ChangeBankSettings implements OnModuleInit {
  constructor(private readonly events: DomainEvents) {}

  onModuleInit(): void {
    this.events.on('approval.approved', async (tx, event) => {
      if (event.kind === SETTINGS_APPROVAL && event.entityId !== null)
        await this.apply(tx, event.entityId, event.payload as SettingsChange);
    });
  }

  /** Refuses before anybody is asked to approve. @throws Problem bank.cidr_invalid with a pointer to each entry */
  assertAcceptable(change: SettingsChange): void {
    const errors = (change.allowed_cidrs ?? []).flatMap((cidr, index): FieldError[] => {
      const parsed = parseCidrStrict(cidr);
      return parsed.ok
        ? []
        : [
            {
              pointer: `/allowed_cidrs/${String(index)}`,
              code: parsed.problem,
              message: `${cidr} is not an acceptable network`,
            },
          ];
    });
    if (errors.length > 0) throw new Problem('bank.cidr_invalid', { errors });
    if ((change.cutoff_start === undefined) !== (change.cutoff_end === undefined))
      throw new Problem('request.invalid', {
        errors: [
          { pointer: '/cutoff_end', code: 'required', message: 'a cut-off window has a start and an end' },
        ],
      });
  }

  private async apply(tx: Tx, bankId: number, change: SettingsChange): Promise<void> {
    const [before] = await tx.query<Record<string, unknown>>(
      `SELECT version, ${COLUMNS.join(', ')} FROM bank_integration WHERE id = $1 FOR UPDATE`,
      [bankId],
    );
    // Somebody changed the bank since this was asked for: the approver saw other values than would result.
    if (before?.version !== change.version) throw new Problem('version.conflict');
    await tx.query(
      `UPDATE bank_integration SET allowed_cidrs = coalesce($2, allowed_cidrs), admin_fee = coalesce($3, admin_fee),
         rate_limit_per_second = coalesce($4, rate_limit_per_second), cutoff_start = coalesce($5, cutoff_start),
         cutoff_end = coalesce($6, cutoff_end), channels = coalesce($7, channels), va_prefix = coalesce($8, va_prefix),
         instructions = coalesce($9, instructions), version = version + 1 WHERE id = $1`,
      [bankId, ...COLUMNS.map((column) => change[column] ?? null)],
    );
    await writeAudit(tx, {
      action: 'bank.settings_changed',
      entityType: 'bank_integration',
      entityId: bankId,
      before,
      after: change,
    });
  }
}
