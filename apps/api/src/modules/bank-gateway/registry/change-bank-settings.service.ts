import { Injectable, type OnModuleInit } from '@nestjs/common';
import { changedMeanwhile, writeAudit } from '../../../platform/audit';
import type { Tx } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { FollowUps } from '../../ground/approvals';
import { Collectors } from '../../ground/collectors';
import { assertNetworks } from './networks';
import type { ChangeBankSettingsBody } from './dto/bank.dto';
import { REGISTRY_SAYS } from './sentences';

export const SETTINGS_APPROVAL = 'bank_settings';

export type SettingsChange = Omit<ChangeBankSettingsBody, 'reason'>;

const COLUMNS = [
  'allowed_cidrs',
  'qris_admin_fee',
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
  constructor(
    private readonly followUps: FollowUps,
    private readonly collectors: Collectors,
  ) {}

  onModuleInit(): void {
    this.followUps.onRow(SETTINGS_APPROVAL, {
      approved: (tx, event) => this.apply(tx, event.entityId, event.payload as SettingsChange),
    });
  }

  /** Refuses before anybody is asked to approve. @throws Problem bank.cidr_invalid with a pointer to each entry */
  assertAcceptable(change: SettingsChange): void {
    assertNetworks(change.allowed_cidrs ?? []);
    const { cutoff_start: start, cutoff_end: end } = change;
    if ((start === undefined) !== (end === undefined) || (start === null) !== (end === null))
      throw new Problem('request.invalid', {
        errors: [{ pointer: '/cutoff_end', code: 'required', message: REGISTRY_SAYS.halfWindow }],
      });
  }

  private async apply(tx: Tx, bankId: number, change: SettingsChange): Promise<void> {
    const [before] = await tx.query<Record<string, unknown>>(
      `SELECT version, admin_fee, ${COLUMNS.join(', ')} FROM bank_integration JOIN penerima USING (id) WHERE id = $1 FOR NO KEY UPDATE`,
      [bankId],
    );
    // Somebody changed the bank since this was asked for: the approver saw other values than would result.
    if (before?.version !== change.version) throw await changedMeanwhile(tx, 'bank_integration', bankId);
    // What was not asked for stays; null was asked for and takes the value away.
    const asked = COLUMNS.filter((column) => change[column] !== undefined);
    const set = asked.map((column, index) => `${column} = $${String(index + 2)}, `).join('');
    await tx.query(`UPDATE bank_integration SET ${set}version = version + 1 WHERE id = $1`, [
      bankId,
      ...asked.map((column) => change[column]),
    ]);
    if (change.admin_fee !== undefined) await this.collectors.changeFee(tx, bankId, change.admin_fee);
    await writeAudit(tx, {
      action: 'bank.settings_changed',
      entityType: 'bank_integration',
      entityId: bankId,
      before,
      after: change,
    });
  }
}
