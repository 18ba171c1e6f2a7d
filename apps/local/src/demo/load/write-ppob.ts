import { CLEARING_ACCOUNT, depositToppedUp, rupiah, type BusinessDate } from '@tirtapay/domain';
import type { PostJournals } from '../../../../api/src/modules/ground/ledger';
import type { Tx } from '../../../../api/src/platform/database';
import type { Vault } from '../../../../api/src/platform/security';
import { DEMO_PARTNER, DEMO_PRICES, DEMO_SUPPLIER, type DemoProduct } from '../plan/demo-ppob';

/** The price list, in one statement. */
export async function writePrices(tx: Pick<Tx, 'query'>, products: readonly DemoProduct[]): Promise<void> {
  await tx.query(
    `INSERT INTO ppob_produk (service_id, variant, price, cost, sku)
     SELECT s.id, p.variant, p.price, p.cost, p.sku
     FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::text[]) AS p (service, variant, price, cost, sku)
     JOIN services s ON s.code = p.service`,
    [
      products.map((product) => product.service),
      products.map((product) => product.variant),
      products.map((product) => product.price),
      products.map((product) => product.cost),
      products.map((product) => product.sku),
    ],
  );
}

/** A supplier whose sandbox answers under an address; called again it takes over a new address. */
export async function writeSupplier(tx: Pick<Tx, 'query'>, vault: Vault, sandboxUrl: string): Promise<void> {
  const [known] = await tx.query<{ id: number }>('SELECT id FROM penyedia WHERE code = $1', [
    DEMO_SUPPLIER.code,
  ]);
  const baseUrl = sandboxUrl + DEMO_SUPPLIER.path;
  if (known !== undefined) {
    await tx.query('UPDATE penyedia SET base_url = $2, active = true WHERE id = $1', [known.id, baseUrl]);
    return;
  }
  const [drawn] = await tx.query<{ id: number }>(
    "SELECT nextval(pg_get_serial_sequence('penyedia', 'id')) AS id",
  );
  const id = Number(drawn?.id);
  const sealed = (column: string, text: string) => vault.seal(text, { table: 'penyedia', column, id });
  await tx.query(
    `INSERT INTO penyedia (id, code, name, base_url, username, api_key_enc, callback_secret_enc, terms, low_balance)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'PREPAID', $8)`,
    [
      id,
      DEMO_SUPPLIER.code,
      DEMO_SUPPLIER.name,
      baseUrl,
      DEMO_SUPPLIER.username,
      sealed('api_key_enc', DEMO_SUPPLIER.apiKey),
      sealed('callback_secret_enc', DEMO_SUPPLIER.callbackSecret),
      DEMO_SUPPLIER.lowBalance,
    ],
  );
}

/** Without its sandbox the supplier answers nobody: nothing is offered that could not be delivered. */
export async function suspendSupplier(tx: Tx): Promise<void> {
  await tx.query(
    "UPDATE penyedia SET active = false WHERE code = $1 AND base_url LIKE 'http://127.0.0.1:%'",
    [DEMO_SUPPLIER.code],
  );
}

/** The demo partner with its key, and what it paid in. */
export async function writePartner(
  tx: Tx,
  vault: Vault,
  journals: PostJournals,
  businessDate: BusinessDate,
): Promise<void> {
  const { code, name, keyId, secret, deposit, lowBalance } = DEMO_PARTNER;
  const row = await tx.one<{ id: number; key: number }>(
    `WITH collector AS (
       INSERT INTO penerima (kind, series, name, account) VALUES ('PARTNER', $1, $2, $3) RETURNING id
     ), partner AS (
       INSERT INTO mitra (id, code, name, allowed_cidrs, rate_limit_per_second)
       SELECT id, $1, $2, '{127.0.0.0/8,::1/128}', 2000 FROM collector
     ), deposit AS (
       INSERT INTO deposit_mitra (collector_id, balance, low_balance) SELECT id, $4, $5 FROM collector
     )
     SELECT id, nextval(pg_get_serial_sequence('bank_api_key', 'id')) AS key FROM collector`,
    [code, name, CLEARING_ACCOUNT.PARTNER, deposit, lowBalance],
  );
  await tx.query(
    "INSERT INTO bank_api_key (id, bank_id, key_id, label, secret_enc, scope) VALUES ($1, $2, $3, $4, $5, 'ppob')",
    [
      row.key,
      row.id,
      keyId,
      'Sandbox',
      vault.seal(secret, { table: 'bank_api_key', column: 'secret_enc', id: row.key }),
    ],
  );
  const [journalId] = await journals.post(tx, [
    {
      event: 'deposit.topped_up',
      entityType: 'deposit_mitra',
      entityId: row.id,
      businessDate,
      lines: depositToppedUp({ collectorId: row.id, amount: rupiah(deposit) }),
    },
  ]);
  await tx.query(
    "INSERT INTO setoran_mitra (journal_id, collector_id, amount, bank_reference, business_date) VALUES ($1, $2, $3, 'TRF-DEMO-1', $4)",
    [journalId, row.id, deposit, businessDate],
  );
  await writePrices(tx, DEMO_PRICES);
}
