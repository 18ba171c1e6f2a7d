import { Client } from 'pg';

/**
 * Tables the load fills by the ten thousand. What the rows refer to has just been written, and proving it row by row, and
 * keeping every order they are listed and searched by, costs more than writing them does.
 */
const FILLED = [
  'bank_reference',
  'denda',
  'denda_rincian',
  'jurnal',
  'jurnal_baris',
  'kwitansi',
  'log_aktivitas',
  'meter',
  'meter_reading',
  'outbox',
  'pelanggan',
  'pembayaran',
  'pembayaran_alokasi',
  'tagihan',
  'tagihan_rincian',
  'verification',
];

/** Indexes the load itself reads by; every unique one stays as well, because what it forbids must never be written. */
const READ_BY = [
  'jurnal_baris_journal',
  'meter_customer',
  'pembayaran_alokasi_bill',
  'pembayaran_alokasi_payment',
  'tagihan_customer',
  'tagihan_open',
  'tagihan_paid_by',
];

const SETTING = 'set_aside_while_loading';

interface SetAside {
  readonly drop: string;
  /** As PostgreSQL prints it, so that what is put back is what was there. */
  readonly restore: string;
}

/**
 * Takes foreign keys and plain indexes off the tables of the load and writes down what they were, in one transaction.
 * Nobody is served until they are back.
 */
export function setAside(ownerUrl: string): Promise<void> {
  return asOwner(ownerUrl, async (owner) => {
    if ((await whatIsAside(owner)).length > 0) return;
    const { rows } = await owner.query<SetAside>(
      `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
         format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS restore
       FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY ($1::regclass[])
       UNION ALL
       SELECT format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
       FROM pg_index WHERE NOT indisunique AND indrelid = ANY ($1::regclass[]) AND indexrelid <> ALL ($2::regclass[])`,
      [FILLED, READ_BY],
    );
    await owner.query('INSERT INTO app_setting (key, value) VALUES ($1, $2)', [
      SETTING,
      JSON.stringify(rows),
    ]);
    for (const { drop } of rows) await owner.query(drop);
  });
}

/**
 * Puts back what a load set aside, the references proven for all rows at once; one that does not hold stops the start.
 * Asked at every start, because a load may have been killed and the next start may want no demonstration.
 */
export function putBack(ownerUrl: string): Promise<void> {
  return asOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ schema: boolean }>(
      "SELECT to_regclass('app_setting') IS NOT NULL AS schema",
    );
    if (rows[0]?.schema !== true) return;
    const aside = await whatIsAside(owner);
    if (aside.length === 0) return;
    await owner.query("SET LOCAL maintenance_work_mem = '128MB'");
    for (const { restore } of aside) await owner.query(restore);
    await owner.query('DELETE FROM app_setting WHERE key = $1', [SETTING]);
  });
}

async function whatIsAside(owner: Client): Promise<readonly SetAside[]> {
  const { rows } = await owner.query<{ value: readonly SetAside[] }>(
    'SELECT value FROM app_setting WHERE key = $1',
    [SETTING],
  );
  return rows[0]?.value ?? [];
}

async function asOwner(ownerUrl: string, work: (owner: Client) => Promise<void>): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('BEGIN');
    await work(owner);
    await owner.query('COMMIT');
  } finally {
    await owner.end();
  }
}
