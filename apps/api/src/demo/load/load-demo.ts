import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addMonths, businessDateOf, type BusinessDate, type Period } from '@tirtapay/domain';
import { Client } from 'pg';
import { createApp } from '../../app.setup';
import { BankDirectory } from '../../modules/bank-gateway';
import { DraftBills, IssueBills } from '../../modules/billing';
import { PostHistory } from '../../modules/payment';
import { AssessPenalties } from '../../modules/penalty';
import { writeAudit } from '../../platform/audit';
import type { Config } from '../../platform/config';
import { Database, type Tx } from '../../platform/database';
import { Vault } from '../../platform/security';
import { planDemo, type DemoPlan } from '../plan/demo-plan';
import { DemoClock } from './demo-clock';
import { issueMonth } from './issue-month';
import { postPayments } from './post-payments';
import { writeCustomers } from './write-customers';
import { writeOffice } from './write-office';
import { writeReadings } from './write-readings';

const SEED = 20_260_115;
const DUE_DAY = 20;
const SETTING = 'demo_data';

interface Progress {
  /** The day the plan was made for: an interrupted load goes on with the same plan the next day. */
  readonly today: BusinessDate;
  readonly now: number;
  readonly seed: number;
  readonly done: readonly string[];
  readonly finished: boolean;
}

export interface DemoLoad {
  readonly config: Config;
  readonly now: number;
  /** Called between steps; throws to stop. What is done stays done, the next start goes on. */
  readonly proceed: () => void;
}

/**
 * Loads the demonstration once. Readings, bills and payments go through the set writers of their modules, so that a year
 * of books is as true as a day of real work.
 * @returns whether anything was loaded now
 */
export async function loadDemo({ config, now, proceed }: DemoLoad): Promise<boolean> {
  const clock = new DemoClock(config.zone, now);
  const app = await createApp(
    { ...config, databaseUrl: forLoading(config.databaseUrl), runJobs: false },
    clock,
    false,
  );
  try {
    await app.init();
    const loader = new DemoLoader(app, clock, proceed);
    const loaded = await loader.load(config.zone, now);
    if (loaded) await analyze(config.databaseOwnerUrl);
    return loaded;
  } finally {
    await app.close();
  }
}

/**
 * Statements planned for empty tables would read all of them for every later row; so indexes are used from the first
 * row. A load that a power cut interrupts is gone on with, so it need not wait for the disk payment by payment.
 */
function forLoading(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set('options', '-c enable_seqscan=off -c synchronous_commit=off');
  return url.href;
}

/** Fresh tables have no statistics, and without them statements are planned as if there were no rows. Only the owner may ask. */
async function analyze(ownerUrl: string): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query('ANALYZE');
  await owner.end();
}

class DemoLoader {
  private readonly database: Database;

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly clock: DemoClock,
    private readonly proceed: () => void,
  ) {
    this.database = app.get(Database, { strict: false });
  }

  async load(zone: string, now: number): Promise<boolean> {
    const progress = await this.begin(zone, now);
    if (progress === null || progress.finished) return false;
    const plan = planDemo(progress.seed, progress.today, progress.now, zone);
    const done = new Set(progress.done);
    for (const [name, step] of this.steps(plan)) {
      if (done.has(name)) continue;
      this.proceed();
      await step(name);
    }
    await this.database.transaction(async (tx) => {
      await this.save(tx, { finished: true });
      await writeAudit(tx, {
        action: 'demo.loaded',
        entityType: 'app_setting',
        entityId: null,
        after: { seed: progress.seed, day: progress.today, customers: plan.customers.length },
      });
    });
    return true;
  }

  /** Null when this database belongs to somebody: it has users or customers that are not the demonstration's. */
  private async begin(zone: string, now: number): Promise<Progress | null> {
    const [known] = await this.database.read<{ value: Progress }>(
      'SELECT value FROM app_setting WHERE key = $1',
      [SETTING],
    );
    if (known !== undefined) return known.value;
    const [used] = await this.database.read<{ used: boolean }>(
      'SELECT EXISTS (SELECT FROM pengguna) OR EXISTS (SELECT FROM pelanggan) AS used',
    );
    if (used?.used === true) return null;
    const fresh: Progress = { today: businessDateOf(now, zone), now, seed: SEED, done: [], finished: false };
    await this.database.read('INSERT INTO app_setting (key, value) VALUES ($1, $2)', [
      SETTING,
      JSON.stringify(fresh),
    ]);
    return fresh;
  }

  private *steps(plan: DemoPlan): Generator<[string, (name: string) => Promise<void>]> {
    const { calendar } = plan;
    const vault = this.app.get(Vault, { strict: false });
    yield ['office', (name) => this.once(name, (tx) => writeOffice(tx, vault))];
    yield [
      'customers',
      (name) => this.once(name, (tx) => writeCustomers(tx, plan.customers, calendar, vault)),
    ];
    for (const period of calendar.periods) {
      yield [`bills ${period}`, (name) => this.bill(name, plan, period)];
      // One calendar month at the counters: payments until the 20th, the penalties of the 21st, payments after.
      const month = addMonths(period, 1);
      const late = calendar.day(month, DUE_DAY + 1);
      yield [`payments ${month}`, (name) => this.collect(name, plan, month, (date) => date < late)];
      yield [`penalties ${month}`, (name) => this.assess(name, plan, late)];
      yield [`late payments ${month}`, (name) => this.collect(name, plan, month, (date) => date >= late)];
    }
    yield [`drafts ${calendar.current}`, (name) => this.draft(name, plan, calendar.current)];
  }

  /** A step that is one transaction, and so is done wholly or not at all. */
  private async once(name: string, work: (tx: Tx) => Promise<unknown>): Promise<void> {
    await this.database.transaction(async (tx) => {
      // Sets are planned for the length of their arrays, not once for all.
      await tx.query("SET LOCAL statement_timeout = '60s'; SET LOCAL plan_cache_mode = force_custom_plan");
      await work(tx);
      await this.save(tx, { step: name });
    });
  }

  private async save(tx: Tx, change: { step: string } | { finished: true }): Promise<void> {
    if ('step' in change)
      await tx.query(
        "UPDATE app_setting SET value = jsonb_set(value, '{done}', (value -> 'done') || to_jsonb($2::text)) WHERE key = $1",
        [SETTING, change.step],
      );
    else
      await tx.query('UPDATE app_setting SET value = value || \'{"finished": true}\' WHERE key = $1', [
        SETTING,
      ]);
  }

  private draft(
    name: string,
    plan: DemoPlan,
    period: Period,
    then?: (tx: Tx) => Promise<void>,
  ): Promise<void> {
    const readings = plan.readings.filter((reading) => reading.period === period);
    return this.once(name, async (tx) => {
      const verified = await writeReadings(tx, readings);
      await this.app.get(DraftBills, { strict: false }).write(tx, verified);
      await then?.(tx);
    });
  }

  /** Readings, drafts and bills of a month that is over; issued on the first working hours of the next. */
  private bill(name: string, plan: DemoPlan, period: Period): Promise<void> {
    const { calendar } = plan;
    const issuedAt = calendar.instant(calendar.day(addMonths(period, 1), 1), 0.1);
    const issue = this.app.get(IssueBills, { strict: false });
    return this.clock.at(issuedAt, () =>
      this.draft(name, plan, period, (tx) => issueMonth(tx, period, issue, this.clock)),
    );
  }

  /** The payments of a month that match, in the order they were made. */
  private async collect(
    name: string,
    plan: DemoPlan,
    month: Period,
    match: (date: BusinessDate) => boolean,
  ): Promise<void> {
    const history = this.app.get(PostHistory, { strict: false });
    const banks = await this.app.get(BankDirectory, { strict: false }).banks();
    const payments = plan.payments.filter(({ date }) => date.startsWith(month) && match(date));
    await this.once(name, (tx) => postPayments(tx, payments, history, banks));
  }

  private async assess(name: string, plan: DemoPlan, day: BusinessDate): Promise<void> {
    if (day > plan.calendar.today) return;
    const assess = this.app.get(AssessPenalties, { strict: false });
    await this.clock.at(plan.calendar.instant(day, 0), () => assess.assess(day));
    await this.once(name, () => Promise.resolve());
  }
}
