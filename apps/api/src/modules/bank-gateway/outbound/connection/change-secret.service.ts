import { Injectable, type OnModuleInit } from '@nestjs/common';
import { writeAudit } from '../../../../platform/audit';
import { Database, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { Vault } from '../../../../platform/security';
import { DecisionChecks, FollowUps, RequestApproval, type SettledAboutRow } from '../../../ground/approvals';
import type { ApprovalRequestedDto } from '../../registry';
import { OutboundDirectory, type OutboundSettings } from '../outbound-directory';
import { ProveCredentials } from './prove-credentials.service';

const SECRET_APPROVAL = 'bank_secret';

/**
 * The secret a bank gave us. One wrong letter and every checkout fails, so the bank must accept it twice, when it is
 * asked for and when a second person agrees; until then the old one signs. It waits sealed, and in no request that
 * others read.
 */
@Injectable()
export class ChangeSecret implements OnModuleInit {
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
    this.checks.on(SECRET_APPROVAL, ({ id, entity_id: bankId }) =>
      bankId === null ? Promise.resolve() : this.proveAgain(bankId, id),
    );
    this.followUps.onRow(SECRET_APPROVAL, {
      approved: (tx, settled) => this.settled(tx, settled),
      dropped: (tx, settled) => this.settled(tx, settled),
    });
  }

  /** @throws Problem bank.not_found when the bank is not called, bank.probe_failed, approval.pending */
  async request(bankId: number, secret: string, reason: string): Promise<ApprovalRequestedDto> {
    const settings = await this.outbound.anyOfBank(bankId);
    if (settings === null) throw new Problem('bank.not_found');
    const probe = await this.credentials.prove(bankId, signedWith(settings, secret));
    return this.database.transaction(async (tx) => {
      const bank = await tx.one<{ name: string }>('SELECT name FROM bank_integration WHERE id = $1', [
        bankId,
      ]);
      const id = await this.approvals.request(tx, {
        kind: SECRET_APPROVAL,
        entityType: 'bank_integration',
        entityId: bankId,
        summary: `Secret sambungan ke bank – ${bank.name}`,
        payload: { bank_id: bankId, probe },
        reason,
      });
      await tx.query(
        'UPDATE bank_outbound SET next_secret_enc = $2, next_secret_approval_id = $3 WHERE bank_id = $1',
        [bankId, this.vault.seal(secret, waitingIn(bankId)), id],
      );
      return { approval_id: id, status: 'PENDING' };
    });
  }

  /** The bank may have changed its mind, and we our address, since it was asked for. */
  private async proveAgain(bankId: number, approvalId: number): Promise<void> {
    const [waiting] = await this.database.read<{ next_secret_enc: string }>(
      'SELECT next_secret_enc FROM bank_outbound WHERE bank_id = $1 AND next_secret_approval_id = $2',
      [bankId, approvalId],
    );
    const settings = await this.outbound.anyOfBank(bankId);
    if (waiting === undefined || settings === null) return;
    const secret = this.vault.open(waiting.next_secret_enc, waitingIn(bankId));
    await this.credentials.prove(bankId, signedWith(settings, secret));
  }

  private async settled(tx: Tx, { entityId: bankId, approvalId, end }: SettledAboutRow): Promise<void> {
    const [waiting] = await tx.query<{ next_secret_enc: string }>(
      'SELECT next_secret_enc FROM bank_outbound WHERE bank_id = $1 AND next_secret_approval_id = $2 FOR UPDATE',
      [bankId, approvalId],
    );
    if (waiting === undefined) throw new Error(`no secret waits for approval ${String(approvalId)}`);
    await tx.query(
      'UPDATE bank_outbound SET next_secret_enc = NULL, next_secret_approval_id = NULL WHERE bank_id = $1',
      [bankId],
    );
    if (end === 'APPROVED')
      await this.use(tx, bankId, this.vault.open(waiting.next_secret_enc, waitingIn(bankId)));
  }

  private async use(tx: Tx, bankId: number, secret: string): Promise<void> {
    await tx.query('UPDATE bank_outbound SET secret_enc = $2 WHERE bank_id = $1', [
      bankId,
      this.vault.seal(secret, { table: 'bank_outbound', column: 'secret_enc', id: bankId }),
    ]);
    await writeAudit(tx, {
      action: 'bank.connection_secret_kept',
      entityType: 'bank_outbound',
      entityId: bankId,
    });
  }
}

function waitingIn(bankId: number) {
  return { table: 'bank_outbound', column: 'next_secret_enc', id: bankId };
}

/** With the token, whatever the mode of today: a secret is of no use without it. */
function signedWith(settings: OutboundSettings, secret: string): OutboundSettings {
  return { ...settings, secret, mode: 'SYMMETRIC' };
}
