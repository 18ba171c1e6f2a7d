import { addDays, type BusinessDate } from '@tirtapay/domain';

/** How long a bill is late, in days from the first to the last; null: without end. The same everywhere it is asked. */
export const LATE_AGES = {
  '1-30': [1, 30],
  '31-60': [31, 60],
  '61-90': [61, 90],
  '>90': [91, null],
  '91-180': [91, 180],
  '181-365': [181, 365],
  '>365': [366, null],
} as const satisfies Readonly<Record<string, readonly [number, number | null]>>;

export type LateAge = keyof typeof LATE_AGES;

export const LATE_AGE_KEYS = Object.keys(LATE_AGES) as LateAge[];

/** The condition of each age over `tagihan b`; a bill that is not open is never late. */
export function lateCases(today: BusinessDate): Record<LateAge, string> {
  const of = (age: LateAge) => {
    const [from, to] = LATE_AGES[age];
    const last = `b.due_date <= date '${addDays(today, -from)}'`;
    return `b.state = 'ISSUED' AND ${to === null ? last : `b.due_date >= date '${addDays(today, -to)}' AND ${last}`}`;
  };
  return Object.fromEntries(LATE_AGE_KEYS.map((age) => [age, of(age)])) as Record<LateAge, string>;
}
