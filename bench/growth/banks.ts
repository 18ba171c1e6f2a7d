import type { Contestant } from '../contestants/contestant';
import type { BenchCustomer } from '../support/dataset';
import { runLoad } from '../support/load';
import { againstLimit, againstReference, type Line } from '../support/report';
import type { Office, Question } from './office';

const CONNECTIONS = 16;
const ROUNDS = 5;
const CALLS = { verify: 2_000, process: 800 } as const;
const WARM_UP = 400;
/** How long the office works by itself, to know what its questions cost. */
const BY_ITSELF_MILLISECONDS = 6_000;

type Work = keyof typeof CALLS;

/** A contestant and the processor time its server and database have used until now, milliseconds. */
export interface Measured extends Contestant {
  spent(): number;
}

/** Beside what the banks work. */
interface Neighbour {
  readonly name: string;
  /** Begins it. @returns what ends it and says how much was asked; null where what it costs is not told apart */
  begin(): () => Promise<number | null>;
}

/**
 * What the office does while the banks work. So many a second, whatever one costs: fifty people who each open a page every five
 * seconds, two reports a second. Asked again as soon as it is answered, a page that got faster would only be more pages.
 */
const BUSY: readonly {
  readonly name: string;
  readonly everyMilliseconds: number;
  readonly questions: readonly Question[];
}[] = [
  {
    name: 'a list',
    everyMilliseconds: 100,
    questions: [{ path: '/api/v1/bills?state=PAID' }, { path: '/api/v1/payments?q=REF-77' }],
  },
  {
    name: 'a report',
    everyMilliseconds: 500,
    questions: [{ path: '/api/v1/reports/arrears' }, { path: '/api/v1/dashboard' }],
  },
];

/** As many customers with a bill as the banks need. */
export const PAYERS = 2 * WARM_UP + ROUNDS * (2 + BUSY.length) * CALLS.process;

/** Asks one question after the other, so often at most, until it is told to stop. */
function keepAsking(everyMilliseconds: number, ask: (signal: AbortSignal) => Promise<unknown>) {
  const stopped = new AbortController();
  let asked = 0;
  const asking = (async () => {
    while (!stopped.signal.aborted) {
      const begun = performance.now();
      await ask(stopped.signal);
      asked += 1;
      await new Promise((resolve) => setTimeout(resolve, begun + everyMilliseconds - performance.now()));
    }
  })().catch((error: unknown) => {
    // Told when it is awaited, not when it happens.
    if (!stopped.signal.aborted) throw error;
  });
  asking.catch(() => undefined);
  return async () => {
    stopped.abort();
    await asking;
    return asked;
  };
}

function neighbours(office: Office): Neighbour[] {
  return [
    { name: 'alone', begin: () => () => Promise.resolve(0) },
    ...BUSY.map(({ name, everyMilliseconds, questions }) => ({
      name: `beside ${name}`,
      begin: () => {
        let next = 0;
        return keepAsking(everyMilliseconds, () => {
          const question = questions[next++ % questions.length];
          return question === undefined ? Promise.resolve() : office.ask(question);
        });
      },
    })),
    {
      name: 'beside an export',
      begin: () => {
        const end = keepAsking(0, (signal) => office.download('/api/v1/bills/export?format=csv', signal));
        return async () => {
          await end();
          return null;
        };
      },
    },
  ];
}

/** Processor time of one question of the office, while no bank calls. */
async function costOf(neighbour: Neighbour, grown: Measured): Promise<number> {
  const before = grown.spent();
  const end = neighbour.begin();
  await new Promise((resolve) => setTimeout(resolve, BY_ITSELF_MILLISECONDS));
  const asked = await end();
  if (asked === null || asked === 0) return 0;
  const cost = (grown.spent() - before) / asked;
  console.log(`  what is asked ${neighbour.name}: ${cost.toFixed(1)} ms of processor time a question`);
  return cost;
}

async function round(contestant: Measured, work: Work, share: readonly BenchCustomer[]) {
  const before = contestant.spent();
  const result = await runLoad(contestant.port, CONNECTIONS, CALLS[work], (index) => {
    const customer = share[index % share.length];
    if (customer === undefined) throw new Error('out of customers');
    return contestant[work](customer);
  });
  if (result.failures > 0)
    throw new Error(
      `${contestant.name} ${work}: ${String(result.failures)} failed, first: ${result.firstFailure ?? ''}`,
    );
  const { calls, seconds, p99 } = result;
  return { perSecond: calls / seconds, seconds, p99, spent: contestant.spent() - before, calls };
}

/**
 * The banks' work over small books and grown ones in turn: alone, and while the office is busy. Time tells how it is on this
 * machine now; processor time tells what the work costs, on a machine that does something else as well: of grown books without
 * what the office asked meanwhile, at the price of its questions.
 */
export async function banks(
  office: Office,
  grown: Measured,
  small: Measured,
  all: readonly BenchCustomer[],
): Promise<Line[]> {
  let taken = 0;
  const share = (count: number) => all.slice(taken, (taken += count));
  for (const contestant of [grown, small])
    await runLoad(contestant.port, CONNECTIONS, WARM_UP, (index) => {
      const customer = all[index];
      if (customer === undefined) throw new Error('out of customers');
      return contestant.process(customer);
    });
  taken = WARM_UP;
  const lines: Line[] = [];
  const costs = new Map<string, number>();
  for (const work of ['verify', 'process'] as const)
    for (const neighbour of neighbours(office)) {
      const { name } = neighbour;
      if (!costs.has(name)) costs.set(name, name === 'alone' ? 0 : await costOf(neighbour, grown));
      const rates = { ours: [] as number[], theirs: [] as number[] };
      const thrifts = { ours: [] as number[], theirs: [] as number[] };
      const tails: number[] = [];
      let told = false;
      for (let turn = 0; turn < ROUNDS; turn += 1) {
        const part = work === 'process' ? share(CALLS.process) : all.slice(-CALLS.verify);
        const theirs = await round(small, work, part);
        const end = neighbour.begin();
        const ours = await round(grown, work, part);
        const asked = await end();
        told = asked !== null;
        const officeSpent = (asked ?? 0) * (costs.get(name) ?? 0);
        const each = (ours.spent - officeSpent) / ours.calls;
        rates.ours.push(ours.perSecond);
        rates.theirs.push(theirs.perSecond);
        thrifts.ours.push(1 / each);
        thrifts.theirs.push(theirs.calls / theirs.spent);
        tails.push(ours.p99 / theirs.p99);
        console.log(
          `  ${work} ${name}: ${ours.perSecond.toFixed(0)}/s p99 ${ours.p99.toFixed(1)} ms, ${each.toFixed(2)} ms of processor time each${officeSpent > 0 ? ` (the office ${(officeSpent / ours.seconds / 1_000).toFixed(2)} of a processor)` : ''}; small ${theirs.perSecond.toFixed(0)}/s p99 ${theirs.p99.toFixed(1)} ms, ${(theirs.spent / theirs.calls).toFixed(2)} ms`,
        );
      }
      const bar = { condition: name === 'alone' ? 0.85 : 0.8 };
      lines.push(againstReference('growth', `small, ${work} ${name}`, rates, bar));
      if (told)
        lines.push(againstReference('growth', `small by processor time, ${work} ${name}`, thrifts, bar));
      lines.push(againstLimit('growth', `p99 of ${work} ${name}, to small`, tails, 2));
    }
  return lines;
}
