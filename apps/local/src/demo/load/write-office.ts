import { CHANNELS, CLEARING_ACCOUNT } from '@tirtapay/domain';
import type { Tx } from '../../../../api/src/platform/database';
import type { Vault } from '../../../../api/src/platform/security';
import { hashPassword } from '../../../../api/src/modules/ground/identity';
import { DEMO_BANKS, DEMO_NEW_BANK } from '../plan/demo-banks';
import { DEMO_PAY_POINTS } from '../plan/demo-pay-points';
import { ADMIN_FEE } from '../plan/demo-payments';
import { DEMO_POLICY } from '../plan/demo-plan';
import { DEMO_PASSWORD } from '../../../../api/src/process/demo-marks';
import { DEMO_STAFF } from '../plan/demo-staff';
import { PLACES } from '../plan/places';
import { TARIFF_TABLES } from '../plan/tariff-tables';

const LOOPBACK = ['127.0.0.0/8', '::1/128'];

/** Everything that is there before the first customer: staff, regions and routes, tariffs, the penalty rule, banks and counters. */
export async function writeOffice(tx: Tx, vault: Vault): Promise<void> {
  await writeStaff(tx);
  await writePlaces(tx);
  await writeTariffs(tx);
  await tx.query(
    'INSERT INTO kebijakan_denda (name, valid_from, mode, tiers, legal_basis) VALUES ($1, $2, $3, $4, $5)',
    [
      DEMO_POLICY.name,
      DEMO_POLICY.policy.validFrom,
      DEMO_POLICY.policy.mode,
      JSON.stringify(DEMO_POLICY.policy.tiers),
      DEMO_POLICY.legalBasis,
    ],
  );
  await writeBanks(tx, vault);
  await writePayPoints(tx);
}

async function writeStaff(tx: Tx): Promise<void> {
  const hash = await hashPassword(DEMO_PASSWORD);
  await tx.query(
    `INSERT INTO pengguna (username, name, role, password_hash)
     SELECT username, name, role, $4 FROM unnest($1::text[], $2::text[], $3::text[]) AS s (username, name, role)`,
    [
      DEMO_STAFF.map((one) => one.username),
      DEMO_STAFF.map((one) => one.name),
      DEMO_STAFF.map((one) => one.role),
      hash,
    ],
  );
}

async function writePlaces(tx: Tx): Promise<void> {
  await tx.query('INSERT INTO wilayah (code, name) SELECT * FROM unnest($1::text[], $2::text[])', [
    PLACES.map((place) => place.code),
    PLACES.map((place) => place.name),
  ]);
  const routes = PLACES.flatMap((place) => place.routes.map((route) => ({ region: place.code, ...route })));
  await tx.query(
    `INSERT INTO rute (region_id, code, name)
     SELECT w.id, r.code, r.name FROM unnest($1::text[], $2::text[], $3::text[]) AS r (region, code, name)
     JOIN wilayah w ON w.code = r.region`,
    [
      routes.map((route) => route.region),
      routes.map((route) => route.code),
      routes.map((route) => route.name),
    ],
  );
}

async function writeTariffs(tx: Tx): Promise<void> {
  const versions = TARIFF_TABLES.map((table) => table.version);
  await tx.query(
    'INSERT INTO tarif (code, name, kelompok) SELECT * FROM unnest($1::text[], $2::text[], $3::text[])',
    [
      versions.map((version) => version.code),
      TARIFF_TABLES.map((table) => table.name),
      TARIFF_TABLES.map((table) => table.kelompok),
    ],
  );
  // Parts first, then in force: an active version takes no more parts.
  await tx.query(
    `INSERT INTO tarif_versi (tariff_id, version_no, status, legal_basis, valid_from, minimum_kind)
     SELECT t.id, 1, 'DRAFT', v.legal_basis, v.valid_from, 'NONE'
     FROM unnest($1::text[], $2::text[], $3::text[]) AS v (code, legal_basis, valid_from) JOIN tarif t USING (code)`,
    [
      versions.map((version) => version.code),
      versions.map((version) => version.legalBasis),
      versions.map((version) => version.validFrom),
    ],
  );
  const blocks = versions.flatMap((version) =>
    version.blocks.map((block, index) => ({ code: version.code, seq: index + 1, ...block })),
  );
  await tx.query(
    `INSERT INTO tarif_blok (version_id, seq, lower_m3, upper_m3, rate)
     SELECT v.id, b.seq, b.lower, b.upper, b.rate
     FROM unnest($1::text[], $2::int[], $3::int[], $4::int[], $5::bigint[]) AS b (code, seq, lower, upper, rate)
     JOIN tarif t USING (code) JOIN tarif_versi v ON v.tariff_id = t.id`,
    [
      blocks.map((block) => block.code),
      blocks.map((block) => block.seq),
      blocks.map((block) => block.lower),
      blocks.map((block) => block.upper),
      blocks.map((block) => block.rate),
    ],
  );
  const charges = versions.flatMap((version) =>
    version.fixedCharges.map((charge, index) => ({ tariff: version.code, seq: index + 1, ...charge })),
  );
  await tx.query(
    `INSERT INTO tarif_biaya (version_id, seq, code, label, meter_size_mm, amount)
     SELECT v.id, c.seq, c.code, c.label, NULL, c.amount
     FROM unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::bigint[]) AS c (tariff, seq, code, label, amount)
     JOIN tarif t ON t.code = c.tariff JOIN tarif_versi v ON v.tariff_id = t.id`,
    [
      charges.map((charge) => charge.tariff),
      charges.map((charge) => charge.seq),
      charges.map((charge) => charge.code),
      charges.map((charge) => charge.label),
      charges.map((charge) => charge.amount),
    ],
  );
  await tx.query("UPDATE tarif_versi SET status = 'PENDING'");
  await tx.query("UPDATE tarif_versi SET status = 'ACTIVE', activated_at = '2022-01-01T00:00:00+08:00'");
}

async function writeBanks(tx: Tx, vault: Vault): Promise<void> {
  const live = DEMO_BANKS.map((bank) => ({ ...bank, environment: 'LIVE' }));
  for (const bank of [...live, { ...DEMO_NEW_BANK, environment: 'SANDBOX' }]) {
    const [row] = await tx.query<{ id: number; key: number }>(
      `WITH collector AS (
         INSERT INTO penerima (kind, series, name, account, admin_fee) VALUES ('BANK', $1, $2, $8, $3) RETURNING id
       )
       INSERT INTO bank_integration (id, code, name, environment, allowed_cidrs, rate_limit_per_second, va_prefix, channels, instructions)
       SELECT id, $1, $2, $9, $4, 2000, $5, $6, $7 FROM collector
       RETURNING id, nextval(pg_get_serial_sequence('bank_api_key', 'id')) AS key`,
      [
        bank.code,
        bank.name,
        ADMIN_FEE,
        LOOPBACK,
        bank.vaPrefix,
        CHANNELS,
        JSON.stringify(bank.instructions),
        CLEARING_ACCOUNT.BANK,
        bank.environment,
      ],
    );
    if (row === undefined) throw new Error('no bank inserted');
    const sealed = vault.seal(bank.secret, { table: 'bank_api_key', column: 'secret_enc', id: row.key });
    await tx.query(
      'INSERT INTO bank_api_key (id, bank_id, key_id, label, secret_enc) VALUES ($1, $2, $3, $4, $5)',
      [row.key, row.id, bank.keyId, 'Sandbox', sealed],
    );
  }
}

async function writePayPoints(tx: Tx): Promise<void> {
  await tx.query(
    `INSERT INTO titik_bayar (bank_id, region_id, name, address, hours, phone, coordinates)
     SELECT b.id, w.id, c.name, c.address, c.hours, c.phone, c.coordinates
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
       AS c (bank, region, name, address, hours, phone, coordinates)
     JOIN wilayah w ON w.code = c.region LEFT JOIN bank_integration b ON b.code = c.bank`,
    [
      DEMO_PAY_POINTS.map((point) => point.bank),
      DEMO_PAY_POINTS.map((point) => point.region),
      DEMO_PAY_POINTS.map((point) => point.name),
      DEMO_PAY_POINTS.map((point) => point.address),
      DEMO_PAY_POINTS.map((point) => point.hours),
      DEMO_PAY_POINTS.map((point) => point.phone),
      DEMO_PAY_POINTS.map((point) => point.coordinates),
    ],
  );
}
