import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, type Tx } from '../database';
import { Jobs } from '../jobs';

const BATCH = 2_000;
const EVERY_SECONDS = 4;
/** Rows become visible out of the order of their ids, by as much as the transactions that run side by side. */
const LOOK_BACK = 50_000;
/** How many passes lie between two looks at the whole trail: an hour. */
const FULL_SWEEP_EVERY = 900;
/** Rows of the trail that one statement of such a look goes through, and statements of one pass: a long trail takes several. */
const WINDOW = 250_000;
const WINDOWS_OF_A_PASS = 4;
/** Every id a trail will ever have. */
const NO_END = Number.MAX_SAFE_INTEGER;

/** Reads the head and everything unsealed in a range of ids, chains it, moves the head: one statement. The range is said of both tables, or the seals would be read from their first. */
const SEAL = `
  WITH RECURSIVE todo AS MATERIALIZED (
    SELECT array_agg(id ORDER BY id) AS ids FROM (
      SELECT l.id FROM log_aktivitas l
      WHERE l.id > $1 AND l.id <= $2
        AND NOT EXISTS (SELECT FROM audit_seal s WHERE s.log_id = l.id AND s.log_id > $1 AND s.log_id <= $2)
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
  /** Up to where the look at the whole trail has come; null when none is under way. */
  private swept: number | null = null;

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(EVERY_SECONDS, 'audit-sealer', () => this.sealAll());
  }

  /** Seals until nothing new is left unsealed. Now and then a look goes through the whole trail, some of it in each pass. */
  async sealAll(): Promise<void> {
    if (this.passes % FULL_SWEEP_EVERY === 0) this.swept ??= 0;
    this.passes += 1;
    await this.sealNew();
    for (let window = 0; window < WINDOWS_OF_A_PASS && this.swept !== null; window += 1)
      this.swept = await this.sweep(this.swept);
  }

  private async sealNew(): Promise<void> {
    const first = await this.seal(null);
    let pass = first;
    while (pass.sealed === BATCH) pass = await this.seal(pass.last);
    // A long backlog ends far ahead of where it began: what became visible behind it meanwhile would be out of reach next time.
    if (pass !== first) while ((await this.seal(first.from)).sealed === BATCH);
  }

  /** @returns where the look goes on, also after a failure; null at the end of what is sealed: what lies behind it is looked at in every pass */
  private async sweep(after: number): Promise<number | null> {
    const upto = after + WINDOW;
    let batch = await this.seal(after, upto);
    while (batch.sealed === BATCH) batch = await this.seal(batch.last, upto);
    // Another replica is at it: these rows were not looked at.
    if (!batch.looked) return after;
    const { id } = (await this.database.screen<{ id: number }>(NEWEST))[0] ?? { id: 0 };
    return upto >= id ? null : upto;
  }

  private seal(after: number | null, upto = NO_END): Promise<Sealed> {
    return this.database.transaction((tx) => sealBatch(tx, after, upto), 'screen');
  }
}

interface Sealed {
  /** False: another process was sealing. */
  readonly looked: boolean;
  readonly sealed: number;
  /** Behind which rows were looked at. */
  readonly from: number;
  /** The newest of them: the next batch of the same pass begins behind it, for looking back once more would find nothing. */
  readonly last: number | null;
}

/** @param after only rows behind this one are looked at; null: some way back before the newest that is sealed */
async function sealBatch(tx: Tx, after: number | null, upto: number): Promise<Sealed> {
  const [lock] = await tx.query<{ taken: boolean }>(
    "SELECT pg_try_advisory_xact_lock(hashtext('audit sealer')) AS taken",
  );
  const from = after ?? (await lookBack(tx));
  if (lock?.taken !== true) return { looked: false, sealed: 0, from, last: after };
  const [sealed] = await tx.query<{ sealed: number; last: number }>(SEAL, [from, upto]);
  return { looked: true, sealed: 0, last: after, ...sealed, from };
}

const NEWEST = 'SELECT coalesce(max(log_id), 0)::bigint AS id FROM audit_seal';

async function lookBack(tx: Tx): Promise<number> {
  const { id } = await tx.one<{ id: number }>(NEWEST);
  return Math.max(0, id - LOOK_BACK);
}
