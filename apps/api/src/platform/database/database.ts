import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Pool, type PoolClient, type PoolConfig, type QueryResultRow } from 'pg';
import { CONFIG, type Config } from '../config';
import { withListsWritten } from './array-text';
import { connectionSettings, OF_REPORTS, OFFICE } from './connection-settings';
import { Commits } from './commits';
import { CommitOutcomeUnknown, DatabaseUnavailable, isUnavailable, SQLSTATE, sqlState } from './errors';
import { inOnePacket } from './one-packet';
import { Tx } from './tx';
import { readValuesAsOurs } from './value-types';

readValuesAsOurs();

const MAX_ATTEMPTS = 3;

/**
 * How long a COMMIT may take until whoever waits is told that its outcome is unknown: for a payment a little longer than it
 * waits for its answer, for everybody else as long as a statement of a screen.
 */
const COMMIT_MILLISECONDS = { core: 5_000, aside: 30_000 };

/** More lists at once than cores only make each of them, and the banks, slower. */
const LISTS_AT_ONCE = 4;

export type PoolName = 'core' | 'list' | 'screen' | 'report' | 'export' | 'door' | 'admit' | 'log';

/**
 * Separate pools, so that a heavy report can never take the connections banks wait for. `core` serves money; `list`
 * serves pages of lists, `screen` everything else on screens and jobs, `report` what adds up whole tables; `export` reads whole lists for downloads; `door` decides who may come in (budgets,
 * security events, readiness) and waits for none of the others; `admit` counts the calls and nonces of banks; `log` writes what is not money (call log). Losing the last instants of those two
 * in a power cut is acceptable (synchronous_commit off).
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly pools: Record<PoolName, Pool>;
  private readonly lastWork: (() => Promise<void>)[] = [];
  private readonly commits = new Commits();

  constructor(@Inject(CONFIG) config: Config) {
    const shared: PoolConfig = {
      ...connectionSettings(config.databaseUrl),
      idleTimeoutMillis: 60_000,
      verify: refuseStandby,
    };
    // The statements of a payment are the same every time; planning them anew costs more than running them.
    const timeouts =
      '-c statement_timeout=5000 -c lock_timeout=2000 -c idle_in_transaction_session_timeout=10000 -c plan_cache_mode=force_generic_plan -c jit=off';
    this.pools = {
      // pipelining: BEGIN travels with the first statement, COMMIT with the last
      core: new Pool({ ...shared, max: config.corePoolSize, options: timeouts, pipeline: true }),
      // A page of a list is there in a moment or not worth the wait: an index serves it, and no second core.
      list: new Pool({
        ...shared,
        max: LISTS_AT_ONCE,
        options: `-c statement_timeout=4000 -c lock_timeout=1000 -c idle_in_transaction_session_timeout=5000 -c random_page_cost=1.1 ${OFFICE}`,
      }),
      screen: new Pool({
        ...shared,
        max: config.screenPoolSize,
        options: `-c statement_timeout=30000 -c lock_timeout=2000 -c idle_in_transaction_session_timeout=10000 ${OFFICE}`,
      }),
      report: new Pool({
        ...shared,
        max: 2,
        options: OF_REPORTS,
      }),
      export: new Pool({
        ...shared,
        // What is written in the background, the two that one person may have at once, and somebody else's.
        max: 4,
        // One list, read at once into a file: nobody waits with a transaction open.
        options: `-c statement_timeout=60000 -c lock_timeout=2000 -c idle_in_transaction_session_timeout=30000 ${OFFICE}`,
      }),
      door: new Pool({
        ...shared,
        max: 4,
        // A standby that is away keeps nobody out: what is written here is on our own disk, and no money.
        options:
          '-c statement_timeout=3000 -c lock_timeout=1000 -c idle_in_transaction_session_timeout=5000 -c synchronous_commit=local',
      }),
      admit: new Pool({ ...shared, max: 2, options: `${timeouts} -c synchronous_commit=off` }),
      log: new Pool({ ...shared, max: 2, options: `${timeouts} -c synchronous_commit=off` }),
    };
    // An idle connection that dies is replaced by the pool; without a listener it would end the process.
    for (const pool of Object.values(this.pools)) {
      pool.on('error', () => undefined);
      pool.on('connect', (client) => {
        client.on('error', () => undefined);
        this.commits.watch(client);
      });
    }
  }

  /** One statement outside a transaction, on the money pool: reads that must see the newest truth. */
  async read<Row extends QueryResultRow = QueryResultRow>(
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    return (await this.pools.core.query<Row>(sql, values as unknown[])).rows;
  }

  /** Same with a named, once-planned statement. */
  async readPrepared<Row extends QueryResultRow = QueryResultRow>(
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<Row[]> {
    return (await this.pools.core.query<Row>({ name, text, values: withListsWritten(values) })).rows;
  }

  /** A page of a list, a count, a look-up: answered in four seconds or not at all. */
  async list<Row extends QueryResultRow = QueryResultRow>(
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    return (await this.pools.list.query<Row>(sql, values as unknown[])).rows;
  }

  /** What adds up whole tables: two at a time. */
  async report<Row extends QueryResultRow = QueryResultRow>(
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    return (await this.pools.report.query<Row>(sql, values as unknown[])).rows;
  }

  /** Details on screens, logs. */
  async screen<Row extends QueryResultRow = QueryResultRow>(
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    return (await this.pools.screen.query<Row>(sql, values as unknown[])).rows;
  }

  /** One statement that writes, as a transaction of its own, on the money pool. */
  async write<Row extends QueryResultRow = QueryResultRow>(
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    return this.writeAlone<Row>('core', sql, values);
  }

  /** The same for jobs and screens, on their pool. */
  async writeAside<Row extends QueryResultRow = QueryResultRow>(
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    return this.writeAlone<Row>('screen', sql, values);
  }

  /** Whether somebody may come in; never behind a screen. */
  async door<Row extends QueryResultRow = QueryResultRow>(
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    return (await this.pools.door.query<Row>(sql, values as unknown[])).rows;
  }

  /** Writes that are not money: call log, nonces. */
  async log<Row extends QueryResultRow = QueryResultRow>(
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    return (await this.pools.log.query<Row>(sql, values as unknown[])).rows;
  }

  /** Same with a named, once-planned statement: the same few, many times a second. */
  async logPrepared<Row extends QueryResultRow = QueryResultRow>(
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<Row[]> {
    return (await this.pools.log.query<Row>({ name, text, values: withListsWritten(values) })).rows;
  }

  /** Counts and nonces of banks, before anything else is done for them. */
  async admitPrepared<Row extends QueryResultRow = QueryResultRow>(
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<Row[]> {
    return (await this.pools.admit.query<Row>({ name, text, values: withListsWritten(values) })).rows;
  }

  /** Work that must still reach the database when the process stops, after the last request was answered. */
  beforeClosing(work: () => Promise<void>): void {
    this.lastWork.push(work);
  }

  /** A raw pooled connection for streaming (cursor, COPY); the caller releases it. */
  async connection(pool: PoolName): Promise<PoolClient> {
    return this.pools[pool].connect();
  }

  pool(name: PoolName): Pool {
    return this.pools[name];
  }

  /**
   * Runs `work` in one READ COMMITTED transaction; the whole unit is tried again (at most 3 times, with jitter) when
   * PostgreSQL chose it as the victim of a deadlock.
   * @throws CommitOutcomeUnknown when the connection died while committing; DatabaseUnavailable when it died before.
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>, pool: PoolName = 'core'): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(work, pool);
      } catch (error) {
        const state = sqlState(error);
        if (
          (state !== SQLSTATE.serializationFailure && state !== SQLSTATE.deadlock) ||
          attempt >= MAX_ATTEMPTS
        )
          throw error;
        await new Promise((resolve) => setTimeout(resolve, attempt * 10 * (1 + Math.random())));
      }
    }
  }

  private async attempt<T>(work: (tx: Tx) => Promise<T>, pool: PoolName): Promise<T> {
    let client: PoolClient;
    try {
      client = await this.pools[pool].connect();
    } catch (error) {
      throw isUnavailable(error) ? new DatabaseUnavailable(error) : error;
    }
    let broken: Error | undefined;
    const tx = new Tx(client);
    this.commits.begin(client);
    try {
      const [begun, working] = inOnePacket(client, () => {
        const beginning = client.query('BEGIN');
        beginning.catch(() => undefined);
        return [beginning, work(tx)] as const;
      });
      const result = await working;
      await begun;
      await this.commit(client, tx, pool);
      return result;
    } catch (error) {
      if (error instanceof CommitOutcomeUnknown || isUnavailable(error)) broken = error as Error;
      else
        await client.query('ROLLBACK').catch((rollbackError: unknown) => (broken = rollbackError as Error));
      // Once COMMIT is on the wire, a lost connection says nothing about what became of it.
      if (tx.commit !== undefined && isUnavailable(error)) throw new CommitOutcomeUnknown(error);
      if (error instanceof CommitOutcomeUnknown || !isUnavailable(error)) throw error;
      throw new DatabaseUnavailable(error);
    } finally {
      // A connection in doubt is closed, never handed to the next payment.
      this.commits.release(client, broken);
    }
  }

  private async commit(client: PoolClient, tx: Tx, pool: PoolName): Promise<void> {
    try {
      const committed: Promise<unknown> = tx.commit ?? client.query('COMMIT');
      await this.commits.inTime(client, committed, commitMilliseconds(pool));
    } catch (error) {
      if (isUnavailable(error) || sqlState(error) === SQLSTATE.queryCanceled)
        throw new CommitOutcomeUnknown(error);
      throw error;
    }
  }

  /** The statement is its own transaction: what is not answered in time may have been written. */
  private async writeAlone<Row extends QueryResultRow>(
    pool: PoolName,
    sql: string,
    values: readonly unknown[],
  ): Promise<Row[]> {
    const client = await this.pools[pool].connect();
    let broken: Error | undefined;
    try {
      this.commits.begin(client);
      // The statement may take as long itself.
      const limit = 2 * commitMilliseconds(pool);
      return (await this.commits.inTime(client, client.query<Row>(sql, values as unknown[]), limit)).rows;
    } catch (error) {
      if (error instanceof CommitOutcomeUnknown || isUnavailable(error)) broken = error as Error;
      throw error;
    } finally {
      this.commits.release(client, broken);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.lastWork.map((work) => work()));
    this.commits.giveUp();
    await Promise.all(Object.values(this.pools).map((pool) => pool.end()));
  }
}

function commitMilliseconds(pool: PoolName): number {
  return pool === 'core' ? COMMIT_MILLISECONDS.core : COMMIT_MILLISECONDS.aside;
}

/**
 * A standby may know less than the primary: a bill that was paid there would be offered again. An address that leads to one,
 * before it was promoted or by mistake, is a database that is away.
 */
function refuseStandby(client: PoolClient, done: (error?: Error) => void): void {
  client.query<{ standby: boolean }>('SELECT pg_is_in_recovery() AS standby').then(
    ({ rows }) => {
      done(
        rows[0]?.standby === true
          ? new DatabaseUnavailable(null, 'the address leads to a standby, not to the primary')
          : undefined,
      );
    },
    (error: unknown) => {
      done(error as Error);
    },
  );
}
