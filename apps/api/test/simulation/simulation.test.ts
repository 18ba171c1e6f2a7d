import fc from 'fast-check';
import { BANK_STEPS } from './bank-steps';
import { compareAll } from './comparison';
import { FAULT_STEPS } from './fault-steps';
import { Model } from './model';
import { NOTICE_STEPS } from './notice-steps';
import { OFFICE_STEPS } from './office-steps';
import { LONG } from '../support/long-run';
import KNOWN from './seeds.json';
import { World } from './world';

/*
 * The office lives through months that chance wrote: banks pay, repeat, lose answers and take back, bills are issued,
 * penalties grow and are waived, days are reconciled. A small model with an arithmetic of its own says beforehand what each
 * answer is and what stands in the lists; afterwards every law is asked. How a seed is replayed: CONTRIBUTING.md, "Tests".
 */

interface Seed {
  readonly seed: number;
  readonly steps: number;
  /** Where fast-check found the shortest run of it. */
  readonly path?: string;
  readonly replayPath?: string;
}

const {
  TIRTAPAY_SIMULATION_SEED: asked,
  TIRTAPAY_SIMULATION_STEPS: steps = LONG ? '200' : '40',
  TIRTAPAY_SIMULATION_PATH: path,
  TIRTAPAY_SIMULATION_REPLAY: replayPath,
} = process.env;
/** Those of `npm test` come to every answer it asks for between them. */
const SEEDS = LONG ? Array.from({ length: 200 }, (_, index) => index + 1) : [2, 3, 4, 7, 8];
/** Shorter than a test may take, so that what was found by then is told. */
const SHRINK_MILLISECONDS = 500_000;

const kinds = [...BANK_STEPS, ...NOTICE_STEPS, ...OFFICE_STEPS, ...FAULT_STEPS];
const taken = new Set<string>();
const said = new Set<string>();

async function live({ seed, steps, ...shortest }: Seed, shrink: boolean): Promise<void> {
  // Of how many steps a run is, chance says as well: the mean is what was asked for.
  const commands = fc.commands(kinds, { maxCommands: 2 * steps, size: 'max', ...shortest });
  const property = fc.asyncProperty(commands, async (steps) => {
    const model = new Model();
    const world = await World.open(model);
    try {
      await fc.asyncModelRun(() => ({ model, real: world }), steps);
      await compareAll(model, world);
    } catch (error) {
      // What it says is what went wrong, not what is broken by then as well.
      await world.close().catch(() => undefined);
      throw error;
    }
    await world.close();
    for (const name of world.taken) taken.add(name);
    for (const words of model.said) said.add(words);
  });
  await fc.assert(property, {
    seed,
    numRuns: 1,
    unbiased: true,
    verbose: true,
    ...(shrink ? { interruptAfterTimeLimit: SHRINK_MILLISECONDS } : { endOnFailure: true }),
    ...shortest,
  });
}

/** `17`, or `7-40`. */
function wished(range: string): number[] {
  const [first = 1, last = first] = range.split('-').map(Number);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

const seeds = (asked === undefined ? SEEDS : wished(asked)).map((seed): Seed => ({
  seed,
  steps: Number(steps),
  ...(path === undefined ? {} : { path }),
  ...(replayPath === undefined ? {} : { replayPath }),
}));

it.each(asked === undefined ? [...(KNOWN as readonly Seed[]), ...seeds] : seeds)(
  'the office and its model agree on $steps steps of seed $seed',
  // One that is asked for alone is shortened to the steps that matter.
  (seed) => live(seed, asked !== undefined && seeds.length === 1),
);

/** What is answered now and then, also in few steps; the rest in many. */
const ANSWERS = [
  'cut AFTER',
  'cut ANSWER',
  'cut BEFORE',
  'cut DURING',
  'day closed',
  'day left open',
  'pay AGAIN',
  'pay POSTED',
  'pay bill.already_paid',
  'pay bill.not_oldest_first',
  'pay inquiry.expired',
  'pay payment.amount_mismatch',
  'pay payment.reference_reused',
  'pay payment.reversed',
  'reverse REVERSED',
  'reverse TOMBSTONE',
  'reverse payment.reversal_closed',
  'reverse payment.reversed',
  'told ALREADY_POSTED',
  'told CASE',
  'told CREDITED',
  'told POSTED',
  'told REVERSED',
  'waived',
  ...(LONG
    ? ['credit pays', 'promise kept', 'reverse AGAIN', 'reverse payment.not_reversible', 'told DEAD']
    : []),
];

(asked === undefined ? it : it.skip)('they came to every kind of step, and to every answer', () => {
  expect(taken.size).toBe(new Set(kinds).size);
  expect([...said].sort()).toEqual(expect.arrayContaining(ANSWERS));
});
