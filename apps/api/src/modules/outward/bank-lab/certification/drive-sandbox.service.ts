import { Inject, Injectable, Logger } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import type { SnapMode } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { CONFIG, type Config } from '../../../../platform/config';
import { Database } from '../../../../platform/database';
import { Problem, type Sentence } from '../../../../platform/problem';
import { Vault } from '../../../../platform/security';
import { CertificationRuns } from './certification-runs.service';
import { driveNative, reverse, type Drive } from './native-drive';
import { SandboxBank, type PlayedBank } from '../sandbox/sandbox-bank';
import { driveSnap } from './snap-drive';
import { BANK_LAB_SAYS } from '../sentences';

interface CredentialRow {
  name: string;
  key_row: number | null;
  key_id: string | null;
  secret_enc: string | null;
  partner_row: number | null;
  client_key: string | null;
  partner_id: string | null;
  channel_id: string | null;
  partner_service_id: string | null;
  mode: SnapMode | null;
  partner_secret_enc: string | null;
}

/** What the sandbox plays a run as, ready before the run begins. */
export interface PreparedDrive {
  readonly sandbox: SandboxBank;
  readonly bank: Omit<PlayedBank, 'id'>;
  readonly native: boolean;
  readonly snap: boolean;
  readonly customerNumber: string;
}

/** The log of calls is written behind the answers. */
const SETTLING_MILLISECONDS = 750;
const NOBODY = { client_key: 'none', partner_id: 'none', channel_id: '1', partner_service_id: '1' } as const;

/** In a demonstration the sandbox bank plays every scenario under the credentials of the bank that is certified. */
@Injectable()
export class DriveSandbox {
  private readonly logger = new Logger('certification');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly runs: CertificationRuns,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem request.invalid without a sandbox or a customer to pay for; bank.not_found, bank.unreachable */
  async prepare(bankId: number, keyId: number | null): Promise<PreparedDrive> {
    const url = this.config.sandboxBankUrl;
    if (url === null) throw refused(BANK_LAB_SAYS.noSandbox);
    const [customer] = await this.database.screen<{ customer_number: string }>(
      `SELECT c.customer_number FROM pelanggan c JOIN tagihan t ON t.customer_id = c.id AND t.state = 'ISSUED'
       WHERE c.state = 'AKTIF' GROUP BY c.id HAVING count(*) = 1 ORDER BY c.id DESC LIMIT 1`,
    );
    if (customer === undefined) throw refused(BANK_LAB_SAYS.nobodyToPayFor);
    const row = await this.credentials(bankId, keyId);
    const sandbox = new SandboxBank(url);
    await sandbox.greet();
    return {
      sandbox,
      bank: this.opened(row),
      native: row.key_id !== null,
      snap: row.partner_id !== null,
      customerNumber: customer.customer_number,
    };
  }

  /** Plays the run to its end and closes it; whatever fails on the way is what the run then shows. */
  async play(runId: number, prepared: PreparedDrive): Promise<void> {
    const { sandbox, bank, native, snap, customerNumber } = prepared;
    const id = `cert-${String(runId)}`;
    const drive: Drive = {
      play: (order) => sandbox.call(id, order),
      customerNumber,
      prefix: `SERT-${String(runId)}`,
      paidAt: () => this.clock.text(this.clock.now()),
    };
    try {
      await sandbox.play({ id, ...bank });
      if (native) await driveNative(drive);
      if (snap) {
        const { reference } = await driveSnap(drive, bank.snap.partner_service_id);
        if (native) await reverse(drive.play, reference);
      }
    } catch (error) {
      this.logger.warn(`run ${String(runId)} was not played to its end: ${String(error)}`);
    }
    await pause(SETTLING_MILLISECONDS);
    await this.runs.conclude(runId);
  }

  private async credentials(bankId: number, keyId: number | null): Promise<CredentialRow> {
    const [row] = await this.database.screen<CredentialRow>(
      `SELECT b.name, k.id AS key_row, k.key_id, k.secret_enc, p.id AS partner_row, p.client_key, p.partner_id, p.channel_id,
         p.partner_service_id, p.mode, p.secret_enc AS partner_secret_enc
       FROM bank_integration b
       LEFT JOIN LATERAL (SELECT id, key_id, secret_enc FROM bank_api_key WHERE bank_id = b.id AND status = 'ACTIVE'
         AND protocol = 'NATIVE' AND ($2::bigint IS NULL OR id = $2) ORDER BY id LIMIT 1) k ON true
       LEFT JOIN LATERAL (SELECT * FROM snap_partner WHERE bank_id = b.id AND status = 'ACTIVE' ORDER BY id LIMIT 1) p ON true
       WHERE b.id = $1`,
      [bankId, keyId],
    );
    if (row === undefined) throw new Problem('bank.not_found');
    return row;
  }

  private opened(row: CredentialRow): Omit<PlayedBank, 'id'> {
    const open = (envelope: string | null, table: string, id: number | null) =>
      envelope === null || id === null
        ? null
        : this.vault.open(envelope, { table, column: 'secret_enc', id });
    const { client_key, partner_id, channel_id, partner_service_id, mode } = row;
    const snap =
      client_key === null || partner_id === null || channel_id === null || partner_service_id === null
        ? { ...NOBODY, mode: 'ASYMMETRIC' as const, secret: null }
        : {
            client_key,
            partner_id,
            channel_id,
            partner_service_id,
            mode: mode ?? 'ASYMMETRIC',
            secret: open(row.partner_secret_enc, 'snap_partner', row.partner_row),
          };
    return {
      name: row.name.slice(0, 80),
      key_id: row.key_id ?? 'none',
      secret: open(row.secret_enc, 'bank_api_key', row.key_row) ?? 'none',
      snap,
    };
  }
}

function refused(message: Sentence): Problem {
  return new Problem('request.invalid', {
    errors: [{ pointer: '/drive_sandbox', code: 'not_possible', message }],
  });
}
