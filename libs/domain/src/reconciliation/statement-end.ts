import type { BusinessDate } from '../time';

/**
 * What two people agreed on: after `lastDay` no statement is expected of it any more, until `resumesOn`. Begun again on the
 * very next day, the end was taken back.
 */
export interface StatementEnd {
  readonly lastDay: BusinessDate;
  readonly resumesOn: BusinessDate | null;
}

/** The end a day lies behind; null: its statement is expected. What was agreed later says more than what it follows. */
export function endBefore(date: BusinessDate, ends: readonly StatementEnd[]): StatementEnd | null {
  return (
    ends.find(({ lastDay, resumesOn }) => date > lastDay && (resumesOn === null || date < resumesOn)) ?? null
  );
}

/** The end that nobody has begun again after. */
export function standingEnd(ends: readonly StatementEnd[]): StatementEnd | null {
  return ends.find(({ resumesOn }) => resumesOn === null) ?? null;
}
