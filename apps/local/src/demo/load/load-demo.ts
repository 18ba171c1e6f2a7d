import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addDays, addMonths, type BusinessDate, type Period } from '@tirtapay/domain';
import { Client } from 'pg';
import { createApp } from '../../../../api/src/app.setup';
import { BankDirectory } from '../../../../api/src/modules/bank-gateway/registry';
import { DraftBills, IssueBills } from '../../../../api/src/modules/water/billing';
import { Drawers, Shifts } from '../../../../api/src/modules/ground/collectors';
import { PostJournals } from '../../../../api/src/modules/ground/ledger';
import { ReplaySale, SellForOthers } from '../../../../api/src/modules/money/ppob';
import { PostHistory } from '../../../../api/src/modules/money/payment';
import { ReconcileDaily, UploadFile } from '../../../../api/src/modules/money/reconciliation';
import { AssessPenalties } from '../../../../api/src/modules/water/penalty';
import type { Config } from '../../../../api/src/platform/config';
import { Database, type Tx } from '../../../../api/src/platform/database';
import { Vault } from '../../../../api/src/platform/security';
import { COUNTER_DAYS } from '../plan/counter-month';
import { planDemo, type DemoPlan } from '../plan/demo-plan';
import { DemoClock } from './demo-clock';
import { issueMonth } from './issue-month';
import { LoadProgress } from './load-progress';
import { counterOfHistory, postPayments } from './post-payments';
import { replayCounterMonth } from './replay-counter';
import { putBack, setAside } from './set-aside';
import { reconcileMonth } from './reconcile-month';
import { Steps, type Step } from './steps';
import { openDrawer, writeDrawer } from './write-counter';
import { writeCustomers } from './write-customers';
import { writeOffice } from './write-office';
import { writeBaskets } from './write-baskets';
import { writePartner, writeSupplier } from './write-ppob';
import { writeReadings } from './write-readings';
import { topUpSupplier } from './write-supplier-money';
import { officeDesk, workOffice } from './work-office';

const DUE_DAY = 20;
/** Where the sandbox supplier will be is known once it runs (demo-banks-link.ts). */
const NOBODY_THERE = 'http://127.0.0.1:9';

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
    const loader = new DemoLoader(app, clock, proceed, config.databaseOwnerUrl);
    return await loader.load(config.zone, now);
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

/**
 * Fresh tables have no statistics, and without them statements are planned as if there were no rows. A first look is enough:
 * PostgreSQL looks again by itself within minutes. Only the owner may ask.
 */
async function analyze(ownerUrl: string): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query('SET default_statistics_target = 25; ANALYZE');
  await owner.end();
}

class DemoLoader {
  private readonly progress: LoadProgress;

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly clock: DemoClock,
    private readonly proceed: () => void,
    private readonly ownerUrl: string,
  ) {
    this.progress = new LoadProgress(app.get(Database, { strict: false }));
  }

  async load(zone: string, now: number): Promise<boolean> {
    const progress = await this.progress.begin(zone, now);
    if (progress === null || progress.finished) return false;
    const plan = planDemo(progress.seed, progress.today, progress.now, zone);
    const steps = new Steps(progress.done, this.proceed);
    // The first step writes the marks by which production refuses this database; only then is it less than whole.
    await steps.run([this.foundations(plan)]);
    await setAside(this.ownerUrl);
    await steps.run([[this.customers(plan)], [this.counterMonth(plan)]]);
    await steps.run([this.billing(plan), this.collection(plan)]);
    await steps.run([[this.baskets(plan)]]);
    await putBack(this.ownerUrl);
    await analyze(this.ownerUrl);
    await steps.run([[this.counterOpens(), this.bankMonth(plan), this.officeMonth(plan)]]);
    await this.progress.finish({
      seed: progress.seed,
      day: progress.today,
      customers: plan.customers.length,
    });
    return true;
  }

  private foundations(plan: DemoPlan): Step[] {
    const vault = this.app.get(Vault, { strict: false });
    const journals = this.app.get(PostJournals, { strict: false });
    // Before the first shift of the month that is shown of counter and partner.
    const firstDay = addDays(plan.calendar.today, -COUNTER_DAYS - 1);
    const began = plan.calendar.instant(firstDay, 0.5);
    return [
      { name: 'office', run: (name) => this.progress.once(name, (tx) => writeOffice(tx, vault)) },
      {
        name: 'partner',
        run: (name) =>
          this.clock.at(began, () =>
            this.progress.once(name, (tx) => writePartner(tx, vault, journals, firstDay)),
          ),
      },
      {
        name: 'supplier',
        run: (name) =>
          this.clock.at(began, () =>
            this.progress.once(name, async (tx) => {
              await writeSupplier(tx, vault, NOBODY_THERE);
              await topUpSupplier(tx, journals, { businessDate: firstDay, at: new Date(began) });
            }),
          ),
      },
      {
        name: 'drawer',
        run: (name) =>
          this.clock.at(began, () =>
            this.progress.once(name, (tx) => writeDrawer(tx, this.app.get(Drawers, { strict: false }))),
          ),
      },
    ];
  }

  /** Its supplier first, because whoever sells a product of others owes for it. */
  private counterMonth(plan: DemoPlan): Step {
    const of = <T>(type: abstract new (...args: never[]) => T): T => this.app.get(type, { strict: false });
    const tools = {
      database: of(Database),
      clock: this.clock,
      drawers: of(Drawers),
      shifts: of(Shifts),
      sales: of(ReplaySale),
      products: of(SellForOthers),
    };
    return this.byItself('counter month', () => replayCounterMonth(tools, plan.counter));
  }

  private baskets(plan: DemoPlan): Step {
    return {
      name: 'baskets',
      run: (name) => this.progress.once(name, (tx) => writeBaskets(tx, this.clock, plan.counter.shifts)),
    };
  }

  private counterOpens(): Step {
    const shifts = this.app.get(Shifts, { strict: false });
    return { name: 'counter opens', run: (name) => this.progress.once(name, (tx) => openDrawer(tx, shifts)) };
  }

  private bankMonth(plan: DemoPlan): Step {
    const month = {
      database: this.app.get(Database, { strict: false }),
      clock: this.clock,
      files: this.app.get(UploadFile, { strict: false }),
      daily: this.app.get(ReconcileDaily, { strict: false }),
    };
    return this.byItself('bank month', () => reconcileMonth(month, plan.calendar.today));
  }

  private officeMonth(plan: DemoPlan): Step {
    return this.byItself('office month', () => workOffice(officeDesk(this.app, this.clock), plan.calendar));
  }

  /** Done in many transactions, each of which looks whether it is done already. */
  private byItself(name: string, work: () => Promise<unknown>): Step {
    return {
      name,
      run: async () => {
        await work();
        await this.progress.once(name, () => Promise.resolve());
      },
    };
  }

  private customers(plan: DemoPlan): Step {
    const vault = this.app.get(Vault, { strict: false });
    return {
      name: 'customers',
      run: (name) =>
        this.progress.once(name, (tx) => writeCustomers(tx, plan.customers, plan.calendar, vault)),
    };
  }

  private billing(plan: DemoPlan): Step[] {
    const { periods, current } = plan.calendar;
    return [
      ...periods.map((period) => ({
        name: `bills ${period}`,
        run: (name: string) => this.bill(name, plan, period),
      })),
      { name: `drafts ${current}`, run: (name) => this.draft(name, plan, current) },
    ];
  }

  /** Month by month at the counters: payments until the 20th, the penalties of the 21st, payments after. */
  private collection(plan: DemoPlan): Step[] {
    const { calendar } = plan;
    return calendar.periods.flatMap((period): Step[] => {
      const month = addMonths(period, 1);
      const late = calendar.day(month, DUE_DAY + 1);
      return [
        {
          name: `payments ${month}`,
          after: `bills ${period}`,
          run: (name) => this.collect(name, plan, month, (date) => date < late),
        },
        { name: `penalties ${month}`, run: (name) => this.assess(name, plan, late) },
        {
          name: `late payments ${month}`,
          run: (name) => this.collect(name, plan, month, (date) => date >= late),
        },
      ];
    });
  }

  private draft(
    name: string,
    plan: DemoPlan,
    period: Period,
    then?: (tx: Tx) => Promise<void>,
  ): Promise<void> {
    const readings = plan.readings.filter((reading) => reading.period === period);
    return this.progress.once(name, async (tx) => {
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
    await this.progress.once(name, async (tx) =>
      postPayments(tx, payments, history, banks, await counterOfHistory(tx)),
    );
  }

  private async assess(name: string, plan: DemoPlan, day: BusinessDate): Promise<void> {
    if (day > plan.calendar.today) return;
    const assess = this.app.get(AssessPenalties, { strict: false });
    await this.clock.at(plan.calendar.instant(day, 0), () => assess.assess(day));
    await this.progress.once(name, () => Promise.resolve());
  }
}
