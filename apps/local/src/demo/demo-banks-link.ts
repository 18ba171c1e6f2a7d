import type { Config } from '../../../api/src/platform/config';
import { Database, type Tx } from '../../../api/src/platform/database';
import { Vault } from '../../../api/src/platform/security';
import { registerDemoBankOutbound, suspendDemoBankOutbound } from './bank-outbound';
import { suspendSupplier, writeSupplier } from './load/write-ppob';
import { DEMO_BANKS } from './plan/demo-banks';
import { registerDemoSnapPartners } from './snap-partners';

interface BankIds {
  readonly sultraBankId: number;
  readonly keduaBankId: number;
}

/**
 * Ties the demo banks and the sandbox together at every start: its port and its key may be new, the data old. In a
 * database that is not the demonstration's it does nothing.
 */
export class DemoBanksLink {
  private readonly vault: Vault;

  private constructor(
    private readonly database: Database,
    config: Config,
  ) {
    this.vault = new Vault(config);
  }

  /** Opened for a few statements before or beside the application, and closed again. */
  static async with<T>(config: Config, work: (link: DemoBanksLink) => Promise<T>): Promise<T> {
    if (config.production) throw new Error('demo banks in production');
    const database = new Database(config);
    try {
      return await work(new DemoBanksLink(database, config));
    } finally {
      await database.onApplicationShutdown();
    }
  }

  /**
   * How we call the sandbox.
   * @returns our public key (PEM) for the sandbox to verify us by; null without demo banks
   */
  callSandboxAt(sandboxUrl: string): Promise<string | null> {
    return this.forDemoBanks(async (tx, ids) => {
      await writeSupplier(tx, this.vault, sandboxUrl);
      return registerDemoBankOutbound(tx, { ...ids, vault: this.vault, sandboxUrl });
    });
  }

  /** There is no sandbox to call. */
  async stopCalling(): Promise<void> {
    await this.forDemoBanks(async (tx) => {
      await suspendSupplier(tx);
      await suspendDemoBankOutbound(tx);
    });
  }

  /** How the sandbox, and whoever signs with the key of the shared vectors, calls us by SNAP. */
  async admitSnapPartners(publicKeys: readonly string[]): Promise<void> {
    await this.forDemoBanks((tx, ids) =>
      registerDemoSnapPartners(tx, { ...ids, vault: this.vault, publicKeys }),
    );
  }

  private forDemoBanks<T>(work: (tx: Tx, ids: BankIds) => Promise<T>): Promise<T | null> {
    return this.database.transaction(async (tx) => {
      const ids = await demoBankIds(tx);
      return ids === null ? null : work(tx, ids);
    });
  }
}

/** By the keys of the demonstration: a utility's own bank may well be called SULTRA. */
async function demoBankIds(tx: Tx): Promise<BankIds | null> {
  const rows = await tx.query<{ key_id: string; bank_id: number }>(
    'SELECT key_id, bank_id FROM bank_api_key WHERE key_id = ANY ($1)',
    [DEMO_BANKS.map((bank) => bank.keyId)],
  );
  const idOf = (code: string): number | undefined => {
    const keyId = DEMO_BANKS.find((bank) => bank.code === code)?.keyId;
    return rows.find((row) => row.key_id === keyId)?.bank_id;
  };
  const [sultraBankId, keduaBankId] = [idOf('SULTRA'), idOf('KEDUA')];
  return sultraBankId === undefined || keduaBankId === undefined ? null : { sultraBankId, keduaBankId };
}
