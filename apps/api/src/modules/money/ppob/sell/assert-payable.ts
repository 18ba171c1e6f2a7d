import { Problem } from '../../../../platform/problem';

/** What is billed is known only when it is sold: a counter takes no more than the customer put down. */
export function assertPayable(total: number, atMost: number): void {
  if (total > atMost) throw new Problem('counter.cash_short', { members: { total } });
}
