import type { BasketBody, BasketDto } from '@tirtapay/api-client';
import { ApiProblem, OFFLINE } from '../../../../lib/api-problem';
import { OutcomeUnknown, resumeTruthfully, sellTruthfully, type Turn } from './sell-basket';

const BODY: BasketBody = { id: 'a', water: [], sales: [], cash_given: 100_000 };
const basket = (status: BasketDto['status']): BasketDto => ({
  id: 'a',
  shift_id: 1,
  status,
  created_at: '2026-11-21T08:00:00+08:00',
  water: [],
  sales: [],
  cash_given: 100_000,
  taken: status === 'DONE' ? 70_000 : null,
  change: status === 'DONE' ? 30_000 : null,
});
const DONE = basket('DONE');
const alone: Turn = (work) => work();

const problem = (status: number, code: string, retryAfter?: number) =>
  new ApiProblem(status, code, code, undefined, undefined, [], retryAfter, {});
const NOT_SOLD = problem(404, 'counter.basket_not_found');
const SHORT = problem(422, 'counter.cash_short');

type Answer = BasketDto | Error;

/** A server that gives these answers one after the other, and notes what it was asked. */
function server(answers: { sell?: Answer[]; find?: Answer[] }) {
  const asked: string[] = [];
  const next = (what: 'sell' | 'find') => {
    asked.push(what);
    const answer = answers[what]?.shift();
    if (answer === undefined) throw new Error(`${what} was not expected`);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return {
    asked,
    sell: () => next('sell'),
    find: () => next('find'),
    wait: () => {
      asked.push('wait');
      return Promise.resolve();
    },
  };
}

test('sold is sold', async () => {
  await expect(sellTruthfully(server({ sell: [DONE] }), BODY)).resolves.toBe(DONE);
});

test('a refusal is told only when nothing stands under the id', async () => {
  await expect(sellTruthfully(server({ sell: [SHORT], find: [NOT_SOLD] }), BODY)).rejects.toBe(SHORT);
});

test('sold from another window with other cash: what stands is shown', async () => {
  const other = server({ sell: [problem(422, 'payment.reference_reused')], find: [DONE] });
  await expect(sellTruthfully(other, BODY)).resolves.toBe(DONE);
});

test('still under way: waited for, then the answer of the first', async () => {
  const busy = problem(409, 'counter.basket_in_progress', 1);
  const slow = server({ sell: [busy, busy, DONE] });
  await expect(sellTruthfully(slow, BODY)).resolves.toBe(DONE);
  expect(slow.asked).toEqual(['sell', 'wait', 'sell', 'wait', 'sell']);
});

test.each([
  problem(0, OFFLINE),
  problem(503, 'service.unavailable', 2),
  problem(504, 'internal.error'),
  new TypeError('x'),
])('a connection that broke says nothing: %s', async (error) => {
  await expect(sellTruthfully(server({ sell: [error] }), BODY)).rejects.toBeInstanceOf(OutcomeUnknown);
});

test('a session that ended refused before anything was sold', async () => {
  const ended = problem(401, 'auth.required');
  await expect(sellTruthfully(server({ sell: [ended] }), BODY)).rejects.toBe(ended);
});

test('refused, and nobody can say what stands: not known', async () => {
  const broken = server({ sell: [SHORT], find: [problem(0, OFFLINE)] });
  await expect(sellTruthfully(broken, BODY)).rejects.toBeInstanceOf(OutcomeUnknown);
});

test('after a reload nothing is sold that was not: it is looked for, and looked for again', async () => {
  const never = server({ find: [NOT_SOLD, NOT_SOLD, NOT_SOLD] });
  await expect(resumeTruthfully(never, BODY, alone)).resolves.toBeNull();
  expect(never.asked).not.toContain('sell');
});

test('after a reload what was sold is shown, without being asked for again', async () => {
  const sold = server({ find: [NOT_SOLD, DONE] });
  await expect(resumeTruthfully(sold, BODY, alone)).resolves.toBe(DONE);
  expect(sold.asked).not.toContain('sell');
});

test('after a reload what was begun is finished under the same id', async () => {
  const begun = server({ find: [basket('SELLING')], sell: [DONE] });
  await expect(resumeTruthfully(begun, BODY, alone)).resolves.toBe(DONE);
});

test('a window that looks first lets the slower one sell between two looks', async () => {
  const other = server({ find: [NOT_SOLD, DONE] });
  const order: string[] = [];
  const turn: Turn = async (work) => {
    order.push('taken');
    const answer = await work();
    order.push('given back');
    return answer;
  };
  const waits = { ...other, wait: () => Promise.resolve(void order.push('sells')) };
  await expect(resumeTruthfully(waits, BODY, turn)).resolves.toBe(DONE);
  expect(order).toEqual(['taken', 'given back', 'sells', 'taken', 'given back']);
});
