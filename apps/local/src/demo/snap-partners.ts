import type { Tx } from '../../../api/src/platform/database';
import type { Vault } from '../../../api/src/platform/security';
import { DEMO_SNAP_PARTNERS } from '../../../api/src/process/demo-marks';

/** The public half of the key the shared SNAP vectors were signed with (libs/bank-protocol/fixtures). */
export const VECTOR_PUBLIC_KEY = `-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAmaavRpcK1Zv0cXszNYM8
FrJIqoOIZPRuvFQSAJru4KguejsZ/ccq3K3kK6HGQT3yCuIkFikoEx9vOvQHj1Zu
z3AAqux0cmjAj38W5fGQZX+WwNDSn7tkpADhTqyH0zK8SxOEmi2DeBc3Fn2//GPK
EFUfeWHQMwJb0+0R48egFZ5Q7RcSx/FzIDrsj4gDN82zlj8TKjZgO5VWbU2098H5
ih7fhHEd8DdEYOWAM5dylMa6ukDNFR2o0dPYZCHMG4dBZK4jfe9xJLkp3+hYQBmU
i3P1ZcGt1I1pVoj15u63JhbC/Dy+lBUX4br3PAUnaiGu/oL7Jb067heLYz2ukb+Q
yQIDAQAB
-----END PUBLIC KEY-----
`;

export interface DemoSnapBanks {
  readonly vault: Vault;
  readonly sultraBankId: number;
  readonly keduaBankId: number;
  /** PEM; the sandbox bank's own, in addition to the one of the vectors. */
  readonly publicKeys: readonly string[];
}

const [SULTRA, KEDUA] = DEMO_SNAP_PARTNERS;

/** Both demo banks share one prefix: they are two doors to the same sandbox. */
const SHARED = { channelId: '95231', partnerServiceId: '   13501' } as const;
const SECRET = 'demo-snap-secret-do-not-use-in-production';

/**
 * The SNAP credentials of the demo banks, one per signature mode. Called again (a new key of the sandbox bank) it
 * renews the keys and leaves the rest.
 */
export async function registerDemoSnapPartners(tx: Tx, banks: DemoSnapBanks): Promise<void> {
  const keys = [...new Set([VECTOR_PUBLIC_KEY, ...banks.publicKeys])];
  await register(tx, banks.vault, {
    bankId: banks.sultraBankId,
    id: SULTRA,
    secret: SECRET,
    keys,
  });
  await register(tx, banks.vault, { bankId: banks.keduaBankId, id: KEDUA, secret: null, keys });
}

async function register(
  tx: Tx,
  vault: Vault,
  partner: {
    readonly bankId: number;
    /** Client key and X-PARTNER-ID in one. */
    readonly id: string;
    readonly secret: string | null;
    readonly keys: readonly string[];
  },
): Promise<void> {
  const [next] = await tx.query<{ id: number }>(
    "SELECT nextval(pg_get_serial_sequence('snap_partner', 'id')) AS id",
  );
  const rowId = next?.id ?? 0;
  const sealed =
    partner.secret === null
      ? null
      : vault.seal(partner.secret, { table: 'snap_partner', column: 'secret_enc', id: rowId });
  await tx.query(
    `INSERT INTO snap_partner (id, bank_id, client_key, partner_id, channel_id, partner_service_id, mode, secret_enc, public_keys)
     VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (client_key) DO UPDATE SET public_keys = excluded.public_keys`,
    [
      rowId,
      partner.bankId,
      partner.id,
      SHARED.channelId,
      SHARED.partnerServiceId,
      partner.secret === null ? 'ASYMMETRIC' : 'SYMMETRIC',
      sealed,
      partner.keys,
    ],
  );
}
