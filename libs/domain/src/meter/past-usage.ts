import type { Period } from '../time';

export const READING_METHODS = ['ACTUAL', 'ESTIMATED'] as const;
export type ReadingMethod = (typeof READING_METHODS)[number];

/** DERIVED: a month between two stands that were seen, spread from the later one. No estimate, and no reading of its own. */
export const SETTLED_METHODS = [...READING_METHODS, 'DERIVED'] as const;
export type SettledMethod = (typeof SETTLED_METHODS)[number];

/** NONE: a month sealed throughout, of which only the fixed charges are owed. Nobody was there, so it counts as no reading. */
export type StoredReadingMethod = SettledMethod | 'NONE';
export const STORED_READING_METHODS: readonly StoredReadingMethod[] = [
  'ACTUAL',
  'ESTIMATED',
  'DERIVED',
  'NONE',
];

/** One settled period of a customer: usage in m³ over the days between two readings. */
export type PastUsage = {
  readonly period: Period;
  readonly usage: number;
  readonly days: number;
  readonly method: SettledMethod;
};

/** How many actual periods the "usual" consumption is taken from. */
const COMPARED_PERIODS = 3;

/** The last three periods that were really read, newest first; estimates say nothing about consumption. */
export function lastActual(history: readonly PastUsage[]): PastUsage[] {
  return history.filter((past) => past.method === 'ACTUAL' && past.days > 0).slice(0, COMPARED_PERIODS);
}
