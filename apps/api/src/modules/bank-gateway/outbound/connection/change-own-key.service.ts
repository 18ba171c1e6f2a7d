import { Injectable, type OnModuleInit } from '@nestjs/common';
import { rsaPrivateKey } from '@tirtapay/bank-protocol';
import { writeAudit } from '../../../../platform/audit';
import { Database, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { Vault } from '../../../../platform/security';
import { DecisionChecks, FollowUps, RequestApproval, type SettledAboutRow } from '../../../ground/approvals';
import type { ApprovalRequestedDto } from '../../registry';
import { OutboundDirectory } from '../outbound-directory';
import { makeOwnKey, openOwnKey, promoteOwnKey } from './own-key';
import { ProveCredentials } from './prove-credentials.service';

const OWN_KEY_APPROVAL = 'bank_own_key';

/**
 * A new key of ours at a bank: made beside the one in use, handed over, and taken into use when the bank accepts it, at
 * the request and at the decision of a second person. Until then the old one signs.
 */
@Injectable()
export class ChangeOwnKey implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly approvals: RequestApproval,
    private readonly checks: DecisionChecks,
    private readonly followUps: FollowUps,
    private readonly outbound: OutboundDirectory,
    private readonly credentials: ProveCredentials,
  ) {}

  onModuleInit(): void {
    this.checks.on(OWN_KEY_APPROVAL, async ({ entity_id: bankId }) => {
      if (bankId !== null) await this.prove(bankId);
    });
    this.followUps.onRow(OWN_KEY_APPROVAL, {
      approved: (tx, settled) => this.settled(tx, settled),
      dropped: (tx, settled) => this.settled(tx, settled),
    });
  }

  /**
   * Changes nothing that is in use, so one person is enough; one made before and not asked for is replaced.
   * @throws Problem bank.not_found when the bank is not called, approval.pending while the made one waits
   */
  async make(bankId: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [row] = await tx.query<{ next_key_approval_id: number | null }>(
        'SELECT next_key_approval_id FROM bank_outbound WHERE bank_id = $1 FOR UPDATE',
        [bankId],
      );
      if (row === undefined) throw new Problem('bank.not_found');
      if (row.next_key_approval_id !== null) throw new Problem('approval.pending');
      await tx.query('UPDATE bank_outbound SET next_private_key_enc = $2 WHERE bank_id = $1', [
        bankId,
        makeOwnKey(this.vault, bankId, 'next_private_key_enc'),
      ]);
      await writeAudit(tx, {
        action: 'bank.own_key_made',
        entityType: 'bank_outbound',
        entityId: bankId,
      });
    });
  }

  /** @throws Problem bank.not_found when no key was made, bank.probe_failed, approval.pending */
  async request(bankId: number, reason: string): Promise<ApprovalRequestedDto> {
    const probe = await this.prove(bankId);
    return this.database.transaction(async (tx) => {
      const bank = await tx.one<{ name: string }>('SELECT name FROM bank_integration WHERE id = $1', [
        bankId,
      ]);
      const id = await this.approvals.request(tx, {
        kind: OWN_KEY_APPROVAL,
        entityType: 'bank_integration',
        entityId: bankId,
        summary: `Kunci kita yang baru di bank – ${bank.name}`,
        payload: { bank_id: bankId, probe },
        reason,
      });
      await tx.query('UPDATE bank_outbound SET next_key_approval_id = $2 WHERE bank_id = $1', [bankId, id]);
      return { approval_id: id, status: 'PENDING' };
    });
  }

  private async prove(bankId: number) {
    const [row] = await this.database.read<{ next_private_key_enc: string | null }>(
      'SELECT next_private_key_enc FROM bank_outbound WHERE bank_id = $1',
      [bankId],
    );
    const settings = await this.outbound.anyOfBank(bankId);
    const sealed = row?.next_private_key_enc ?? null;
    if (sealed === null || settings === null) throw new Problem('bank.not_found');
    const pem = openOwnKey(this.vault, bankId, 'next_private_key_enc', sealed);
    return this.credentials.prove(bankId, { ...settings, privateKey: rsaPrivateKey(pem) });
  }

  /** Refused or withdrawn, the made key stays, for the bank may know it already; it only waits no longer. */
  private async settled(tx: Tx, { entityId: bankId, approvalId, end }: SettledAboutRow): Promise<void> {
    const [waiting] = await tx.query<{ next_private_key_enc: string }>(
      'SELECT next_private_key_enc FROM bank_outbound WHERE bank_id = $1 AND next_key_approval_id = $2 FOR UPDATE',
      [bankId, approvalId],
    );
    if (waiting === undefined) throw new Error(`no key waits for approval ${String(approvalId)}`);
    if (end !== 'APPROVED') {
      await tx.query('UPDATE bank_outbound SET next_key_approval_id = NULL WHERE bank_id = $1', [bankId]);
      return;
    }
    await tx.query(
      `UPDATE bank_outbound SET private_key_enc = $2, next_private_key_enc = NULL, next_key_approval_id = NULL
       WHERE bank_id = $1`,
      [bankId, promoteOwnKey(this.vault, bankId, waiting.next_private_key_enc)],
    );
    await writeAudit(tx, {
      action: 'bank.own_key_used',
      entityType: 'bank_outbound',
      entityId: bankId,
    });
  }
}
