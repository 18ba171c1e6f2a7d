import { RECONCILIATION_ITEM_TRANSITIONS, statesOf } from '@tirtapay/domain';

export const ITEM_STATES = statesOf(RECONCILIATION_ITEM_TRANSITIONS);

export const DAY_STATES = ['OPEN', 'CLOSED'] as const;
export type DayState = (typeof DAY_STATES)[number];

/** What happens to a day. */
export const DAY_EVENTS = ['FILE', 'RUN', 'CLOSED', 'REOPENED', 'WITHDRAWN', 'ABSENT', 'AWAITED'] as const;
export type DayEvent = (typeof DAY_EVENTS)[number];
