import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Type } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/app.setup';
import { loadConfig } from '../../src/platform/config';
import { serveWebApp } from '../../src/platform/http';
import { OutboxDispatcher } from '../../src/platform/events';
import { LawKeeper } from './find-violations';
import { eventually } from './eventually';
import { Factory } from './factory';
import { HttpCaller } from './http-caller';
import { STAFF_PASSWORD, type StaffName } from './staff';
import { TestClock, TEST_START } from './test-clock';
import { TestDatabase } from './test-database';

export interface TestAppOptions {
  /** Background jobs, the outbox and the timers run as in production unless turned off. */
  readonly jobs?: boolean;
  readonly start?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** The built pages are served as well, for a browser. */
  readonly webRoot?: string;
}

const TOKEN_MILLISECONDS = 10 * 60_000;

/** The real application on a port of its own over a database of its own. */
export class TestApp {
  readonly clock: TestClock;
  private readonly tokens = new Map<string, { token: string; since: number }>();
  private nest: NestFastifyApplication | undefined;
  private ownDatabase: TestDatabase | undefined;
  private laws: LawKeeper | undefined;
  private ownFactory: Factory | undefined;
  private address = '';
  private folder: string | undefined;

  constructor(private readonly options: TestAppOptions) {
    this.clock = new TestClock(options.start ?? TEST_START);
  }

  /** Where its photos lie. */
  get filesRoot(): string {
    return started(this.folder);
  }

  get database(): TestDatabase {
    return started(this.ownDatabase);
  }

  /** Rows to begin with: regions, tariffs, customers, issued bills, banks. */
  get make(): Factory {
    return started(this.ownFactory);
  }

  get url(): string {
    return this.address;
  }

  /** Nobody in particular. */
  get anyone(): HttpCaller {
    return new HttpCaller(this.address);
  }

  get<T>(token: Type<T> | (abstract new (...args: never[]) => T)): T {
    return started(this.nest).get<T>(token, { strict: false });
  }

  /** A signed-in member of staff. */
  async as(username: StaffName): Promise<HttpCaller> {
    const now = this.clock.now();
    const known = this.tokens.get(username);
    if (known !== undefined && now >= known.since && now < known.since + TOKEN_MILLISECONDS)
      return this.anyone.with({ authorization: `Bearer ${known.token}` });
    const { token } = await this.logIn(username);
    this.tokens.set(username, { token, since: now });
    return this.anyone.with({ authorization: `Bearer ${token}` });
  }

  /** After a session was ended on purpose: the next caller logs in anew. */
  forgetTokens(): void {
    this.tokens.clear();
  }

  /** A new session, with its refresh cookie. */
  async logIn(
    username: string,
    password = STAFF_PASSWORD,
  ): Promise<{ token: string; cookies: ReadonlyMap<string, string> }> {
    const answer = await this.anyone.post<{ access_token: string }>('/auth/login', { username, password });
    if (answer.status !== 200)
      throw new Error(`log-in of ${username}: ${String(answer.status)} ${answer.text}`);
    return { token: answer.body.access_token, cookies: answer.cookies };
  }

  /** Delivers every outbox event that is due, so that a test need not wait for the timer. */
  async deliverEvents(): Promise<void> {
    const due = `SELECT 1 FROM outbox WHERE delivered_at IS NULL AND dead_at IS NULL AND next_attempt_at <= clock_timestamp() LIMIT 1`;
    // The application delivers by itself too and may hold the rows at this moment: it is over when none is left.
    do await this.get(OutboxDispatcher).drain();
    while ((await this.database.query(due)).length > 0);
  }

  /**
   * A notification is applied after its answer: until each one that came has been tried, and, where the jobs run, none is
   * left to be tried again.
   */
  async notificationsApplied(): Promise<void> {
    const waiting = `SELECT event_id, attempts, last_error FROM webhook_inbox WHERE state = 'NEW'${
      this.options.jobs === false ? ' AND last_error IS NULL' : ''
    }`;
    await eventually(
      () => this.database.query(waiting),
      (rows) => rows.length === 0,
    );
  }

  /** Every law of the books, on this database now: an array that must be empty. */
  violations(): Promise<string[]> {
    this.laws ??= new LawKeeper(this.database.superUrl);
    return this.laws.violations(this.clock.date());
  }

  async start(): Promise<void> {
    this.ownDatabase = await TestDatabase.create();
    this.folder = mkdtempSync(join(tmpdir(), 'tirtapay-files-'));
    const config = loadConfig({
      NODE_ENV: 'test',
      PORT: '0',
      FILES_ROOT: this.folder,
      DATABASE_URL: this.ownDatabase.appUrl,
      DATABASE_OWNER_URL: this.ownDatabase.ownerUrl,
      JWT_KEYS: `k1:${randomBytes(32).toString('base64')}`,
      DATA_KEYS: `1:${randomBytes(32).toString('base64')}`,
      // The clock of a test stands still, and so does the minute of its calls.
      ADDRESS_CALLS_PER_MINUTE: '10000000',
      STAFF_CALLS_PER_MINUTE: '10000000',
      TIRTAPAY_JOBS: this.options.jobs === false ? '0' : '1',
      ...this.options.environment,
    });
    this.nest = await createApp(config, this.clock, false);
    if (this.options.webRoot !== undefined) await serveWebApp(this.nest, this.options.webRoot);
    await this.nest.listen(0, '127.0.0.1');
    this.address = (await this.nest.getUrl()).replace('[::1]', '127.0.0.1');
    this.ownFactory = new Factory(this.ownDatabase, this.nest, this.clock, this.address);
  }

  /** Ends the process-like part only; the database stays for a second start. */
  async close(): Promise<void> {
    await this.nest?.close();
    this.nest = undefined;
  }

  async stop(): Promise<void> {
    try {
      if (this.ownDatabase !== undefined && this.nest !== undefined)
        expect(await this.violations()).toEqual([]);
    } finally {
      await this.close();
      await this.laws?.end();
      this.laws = undefined;
      await this.ownDatabase?.drop();
      if (this.folder !== undefined) rmSync(this.folder, { recursive: true, force: true });
    }
  }
}

function started<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('the application has not been started');
  return part;
}

/**
 * Call once at the top of a test file. Starts before the first test; after the last one the invariants must hold on
 * what the tests left behind.
 */
export function testApp(options: TestAppOptions = {}): TestApp {
  const app = new TestApp(options);
  beforeAll(() => app.start());
  afterAll(() => app.stop());
  return app;
}
