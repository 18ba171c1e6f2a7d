import { setTimeout as pause } from 'node:timers/promises';
import type { BankCall } from '../books/call-log';
import type { Collection } from '../books/collections';
import type { CollectMoney } from './collect-money';
import { DONE, type Expectation } from './expectations';
import type { PaymentRequest, ScenarioName } from './payment-request';
import { SCENARIOS } from './scenarios';

export interface ScenarioStep {
  readonly title: string;
  readonly expected: string;
  readonly met: boolean;
  readonly calls: readonly BankCall[];
}

/** What a scenario did; `passed` when the biller did at every step what it should. */
export interface ScenarioReport {
  readonly scenario: ScenarioName;
  readonly passed: boolean;
  /** Null when nothing was taken, because the inquiry was refused. */
  readonly payment: {
    readonly bank: string;
    readonly reference: string;
    readonly method: Collection['method'];
    readonly via: Collection['via'];
    readonly target: string;
    /** Rupiah, fee included. */
    readonly total: number;
    readonly state: Collection['state'];
    readonly paid_at: string;
  } | null;
  readonly steps: readonly ScenarioStep[];
}

/** Plays one scenario to its end; a step that fails does not stop the next. Throws CounterRefusal. */
export async function runScenario(desk: CollectMoney, request: PaymentRequest): Promise<ScenarioReport> {
  const scenario = SCENARIOS[request.scenario];
  const steps: ScenarioStep[] = [];
  const step = async (
    title: string,
    expected: Expectation,
    make: () => Promise<readonly BankCall[]>,
  ): Promise<void> => {
    const calls = await make();
    steps.push({ title, expected: expected.text, met: expected.holds(calls), calls });
  };
  const { collection: entry, calls } = await desk.take(request, scenario.forced === true);
  if (calls.length > 0)
    await step('Cek tagihan', scenario.inquiry?.(request) ?? DONE, () => Promise.resolve(calls));
  if (entry) await scenario.play({ request, entry, desk, step, pause: (ms) => pause(ms) });
  return {
    scenario: request.scenario,
    passed: steps.every(({ met }) => met),
    payment: entry && described(desk.current(entry)),
    steps,
  };
}

function described(entry: Collection): NonNullable<ScenarioReport['payment']> {
  const { bank, reference, method, via, target, state, paid_at } = entry;
  return { bank, reference, method, via, target, total: entry.amount + entry.fee, state, paid_at };
}
