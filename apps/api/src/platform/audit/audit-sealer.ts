import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, type Tx } from '../database';
import { Jobs } from '../jobs';

const BATCH = 2_000;
const EVERY_SECONDS = 4;
/** Rows become visible out of the order of their ids, by as much as the transactions that run side by side. */
const LOOK_BACK = 50_000;
const FULL_SWEEP_EVERY = 900;

/** Reads the newest seal and everything unsealed after it, chains it, moves the head: one statement. */
const SEAL = `
  WITH RECURSIVE todo AS MATERIALIZED (
    SELECT array_agg(id ORDER BY id) AS ids FROM (
      SELECT l.id FROM log_aktivitas l
      WHERE l.id > $1 AND NOT EXISTS (SELECT FROM audit_seal s WHERE s.log_id = l.id)
      ORDER BY l.id LIMIT ${String(BATCH)}) unsealed
  ), head AS MATERIALIZED (SELECT seq, hash FROM audit_head),
  chain AS (
    SELECT seq, NULL::bigint AS log_id, NULL::bytea AS previous_hash, hash FROM head
    UNION ALL
    SELECT c.seq + 1, l.id, c.hash, audit_row_hash(c.hash, c.seq + 1, l)
    FROM chain c
    JOIN log_aktivitas l ON l.id = (SELECT ids FROM todo)[c.seq - (SELECT seq FROM head) + 1]
  ), sealed AS (
    INSERT INTO audit_seal (seq, log_id, previous_hash, hash)
    SELECT seq, log_id, previous_hash, hash FROM chain WHERE log_id IS NOT NULL RETURNING seq, hash, log_id
  )
  UPDATE audit_head SET seq = last.seq, hash = last.hash, updated_at = clock_timestamp()
  FROM (SELECT seq, hash, log_id FROM sealed ORDER BY seq DESC LIMIT 1) last
  RETURNING audit_head.seq - (SELECT seq FROM head) AS sealed, last.log_id AS last`;

/**
 * Chains the audit trail behind the business: a hash inside the payment's own transaction would make every payment
 * wait for the one before it. Whatever is committed is sealed within five seconds, by one process at a time, in a
 * transaction of its own; after a restore it simply goes on from the head that was restored.
 */
@Injectable()
export class AuditSealer implements OnModuleInit {
  private passes = 0;

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(EVERY_SECONDS, 'audit-sealer', () => this.sealAll());
  }

  /** Seals until nothing visible is left unsealed. A pass now and then looks at the whole trail. */
  async sealAll(): Promise<void> {
    const everything = this.passes % FULL_SWEEP_EVERY === 0;
    this.passes += 1;
    const first = await this.seal(everything ? 0 : null);
    let pass = first;
    while (pass.sealed === BATCH) pass = await this.seal(pass.last);
    // A long backlog ends far ahead of where it began: what became visible behind it meanwhile would be out of reach next time.
    if (pass !== first) while ((await this.seal(first.from)).sealed === BATCH);
  }

  private seal(after: number | null): Promise<Sealed> {
    return this.database.transaction((tx) => sealBatch(tx, after), 'screen');
  }
}

interface Sealed {
  readonly sealed: number;
  /** Behind which rows were looked at. */
  readonly from: number;
  /** The newest of them: the next batch of the same pass begins behind it, for looking back once more would find nothing. */
  readonly last: number | null;
}

/** @param after only rows behind this one are looked at; null: some way back before the newest that is sealed */
async function sealBatch(tx: Tx, after: number | null): Promise<Sealed> {
  const [lock] = await tx.query<{ taken: boolean }>(
    "SELECT pg_try_advisory_xact_lock(hashtext('audit sealer')) AS taken",
  );
  const from = after ?? (await lookBack(tx));
  if (lock?.taken !== true) return { sealed: 0, from, last: after };
  const [sealed] = await tx.query<{ sealed: number; last: number }>(SEAL, [from]);
  return { sealed: 0, last: after, ...sealed, from };
}

async function lookBack(tx: Tx): Promise<number> {
  const { id } = await tx.one<{ id: number }>('SELECT coalesce(max(log_id), 0) AS id FROM audit_seal');
  return Math.max(0, id - LOOK_BACK);
}
