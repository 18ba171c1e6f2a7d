import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { Tx } from '../../../api/src/platform/database';
import type { Vault } from '../../../api/src/platform/security';

export interface DemoOutboundBanks {
  readonly vault: Vault;
  readonly sultraBankId: number;
  readonly keduaBankId: number;
  /** Origin of the sandbox bank, `http://127.0.0.1:3100`. */
  readonly sandboxUrl: string;
}

/** What the sandbox bank knows the utility by; public, and good for nothing but the sandbox. */
const CREDENTIALS = {
  id: 'pdam-sandbox',
  secret: 'sandbox-pdam-secret-do-not-use-in-production',
  channelId: '95051',
  partnerServiceId: '   13501',
  merchantId: 'PDAM-SANDBOX',
} as const;

/**
 * How the demo calls its banks: both live in the sandbox, each under a path of its own. Called again it takes over a new
 * address of the sandbox and leaves the rest, above all the key.
 * @returns the public half (SPKI PEM) of the key our calls are signed with, for the sandbox to verify them
 */
export async function registerDemoBankOutbound(tx: Tx, banks: DemoOutboundBanks): Promise<string> {
  const privateKey = await ownKey(tx, banks);
  await register(tx, banks.vault, privateKey, banks.sultraBankId, `${banks.sandboxUrl}/snap`);
  await register(tx, banks.vault, privateKey, banks.keduaBankId, `${banks.sandboxUrl}/kedua/snap`);
  return createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
}

/** The key of an earlier start, else a new one. */
async function ownKey(tx: Tx, { vault, sultraBankId: id }: DemoOutboundBanks): Promise<string> {
  const [known] = await tx.query<{ private_key_enc: string | null }>(
    'SELECT private_key_enc FROM bank_outbound WHERE bank_id = $1',
    [id],
  );
  if (known?.private_key_enc != null)
    return vault.open(known.private_key_enc, { table: 'bank_outbound', column: 'private_key_enc', id });
  return generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
}

async function register(
  tx: Tx,
  vault: Vault,
  privateKey: string,
  bankId: number,
  baseUrl: string,
): Promise<void> {
  const sealed = (column: 'secret_enc' | 'private_key_enc', text: string) =>
    vault.seal(text, { table: 'bank_outbound', column, id: bankId });
  await tx.query(
    `INSERT INTO bank_outbound (bank_id, base_url, client_key, partner_id, channel_id, partner_service_id, mode, secret_enc,
       private_key_enc, merchant_id, terminal_id)
     VALUES ($1, $2, $3, $3, $4, $5, 'SYMMETRIC', $6, $7, $8, 'A01')
     ON CONFLICT (bank_id) DO UPDATE SET base_url = excluded.base_url, active = true`,
    [
      bankId,
      baseUrl,
      CREDENTIALS.id,
      CREDENTIALS.channelId,
      CREDENTIALS.partnerServiceId,
      sealed('secret_enc', CREDENTIALS.secret),
      sealed('private_key_enc', privateKey),
      CREDENTIALS.merchantId,
    ],
  );
}

/** Without its sandbox a demo bank has no host to open accounts and codes at; the page then offers the counter only. */
export async function suspendDemoBankOutbound(tx: Tx): Promise<void> {
  await tx.query(
    "UPDATE bank_outbound SET active = false WHERE client_key = $1 AND base_url LIKE 'http://127.0.0.1:%'",
    [CREDENTIALS.id],
  );
}
