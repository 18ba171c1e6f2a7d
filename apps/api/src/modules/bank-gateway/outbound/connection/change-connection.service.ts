import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { padPartnerServiceId } from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { CONFIG, type Config } from '../../../../platform/config';
import type { Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { Vault } from '../../../../platform/security';
import { DecisionChecks, FollowUps } from '../../../ground/approvals';
import { takeBankVersion } from '../../registry';
import { checkBankAddress } from '../bank-address';
import { OutboundDirectory, type OutboundSettings } from '../outbound-directory';
import { OUTBOUND_SAYS } from '../sentences';
import type { Probe } from './probe-bank.service';
import { ProveCredentials } from './prove-credentials.service';
import type { ChangeConnectionBody } from './connection.dto';
import { makeOwnKey } from './own-key';

export const CONNECTION_APPROVAL = 'bank_connection';

export type ConnectionChange = Omit<ChangeConnectionBody, 'reason'>;

function isCalledAlike(one: OutboundSettings, other: OutboundSettings): boolean {
  return (
    one.baseUrl.href === other.baseUrl.href &&
    one.clientKey === other.clientKey &&
    one.partnerId === other.partnerId &&
    one.channelId === other.channelId &&
    one.mode === other.mode
  );
}

/** Where and as whom a bank is called changes only when a second person agrees: its answers turn into money. */
@Injectable()
export class ChangeConnection implements OnModuleInit {
  constructor(
    private readonly followUps: FollowUps,
    private readonly vault: Vault,
    private readonly checks: DecisionChecks,
    private readonly outbound: OutboundDirectory,
    private readonly probes: ProveCredentials,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.checks.on(CONNECTION_APPROVAL, async ({ entity_id: bankId, payload }) => {
      if (bankId !== null) await this.prove(bankId, payload as unknown as ConnectionChange);
    });
    this.followUps.onRow(CONNECTION_APPROVAL, {
      approved: (tx, event) => this.apply(tx, event.entityId, event.payload as ConnectionChange),
    });
  }

  /** Refuses before anybody is asked to approve. @throws Problem bank.address_refused */
  assertAcceptable({ base_url: address }: ConnectionChange): void {
    const checked = checkBankAddress(address, this.config);
    if (checked.ok) return;
    throw new Problem('bank.address_refused', {
      errors: [{ pointer: '/base_url', code: checked.problem, message: OUTBOUND_SAYS.neverCalled }],
    });
  }

  /**
   * Another address or another name there, or a connection that is switched on: the bank must answer there before
   * customers depend on it. A first connection cannot be tried, for the bank does not have our key yet; its secret is.
   * @throws Problem bank.probe_failed
   */
  async prove(bankId: number, change: ConnectionChange): Promise<Probe | null> {
    const checked = checkBankAddress(change.base_url, this.config);
    const known = await this.outbound.anyOfBank(bankId);
    if (!checked.ok || known === null || !change.active) return null;
    const next: OutboundSettings = {
      ...known,
      baseUrl: checked.url,
      clientKey: change.client_key,
      partnerId: change.partner_id,
      channelId: change.channel_id,
      partnerServiceId: padPartnerServiceId(change.partner_service_id),
      mode: change.mode,
      merchantId: change.merchant_id ?? null,
      methods: change.methods,
    };
    const callable = next.privateKey !== null && (next.mode === 'ASYMMETRIC' || next.secret !== null);
    if (!callable || (known.active && isCalledAlike(known, next))) return null;
    return this.probes.prove(bankId, next);
  }

  private async apply(tx: Tx, bankId: number, change: ConnectionChange): Promise<void> {
    // Approved days later, it is checked by the rules of today.
    this.assertAcceptable(change);
    await takeBankVersion(tx, bankId, change.version);
    const [before] = await tx.query<Record<string, unknown>>(
      `SELECT base_url, client_key, partner_id, channel_id, partner_service_id, mode, merchant_id, terminal_id, va_minutes,
         qris_minutes, methods, active FROM bank_outbound WHERE bank_id = $1 FOR UPDATE`,
      [bankId],
    );
    await this.write(tx, bankId, change);
    if (before === undefined) await this.makeKey(tx, bankId);
    await writeAudit(tx, {
      action: 'bank.connection_changed',
      entityType: 'bank_outbound',
      entityId: bankId,
      ...(before === undefined ? {} : { before }),
      after: change,
    });
  }

  private async write(tx: Tx, bankId: number, change: ConnectionChange): Promise<void> {
    await tx.query(
      `INSERT INTO bank_outbound (bank_id, base_url, client_key, partner_id, channel_id, partner_service_id, mode, merchant_id,
         terminal_id, va_minutes, qris_minutes, methods, active)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       ON CONFLICT (bank_id) DO UPDATE SET base_url = excluded.base_url, client_key = excluded.client_key,
         partner_id = excluded.partner_id, channel_id = excluded.channel_id, partner_service_id = excluded.partner_service_id,
         mode = excluded.mode, merchant_id = excluded.merchant_id, terminal_id = excluded.terminal_id,
         va_minutes = excluded.va_minutes, qris_minutes = excluded.qris_minutes, methods = excluded.methods,
         active = excluded.active`,
      [
        bankId,
        change.base_url,
        change.client_key,
        change.partner_id,
        change.channel_id,
        padPartnerServiceId(change.partner_service_id),
        change.mode,
        change.merchant_id ?? null,
        change.terminal_id ?? null,
        change.va_minutes,
        change.qris_minutes,
        change.methods,
        change.active,
      ],
    );
  }

  private async makeKey(tx: Tx, bankId: number): Promise<void> {
    await tx.query('UPDATE bank_outbound SET private_key_enc = $2 WHERE bank_id = $1', [
      bankId,
      makeOwnKey(this.vault, bankId, 'private_key_enc'),
    ]);
  }
}
