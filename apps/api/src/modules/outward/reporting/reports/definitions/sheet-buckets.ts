import { words } from '../columns';
import type { Words } from '../report';

/** How many bills somebody is late with, from and to; the last is without end. */
const BUCKETS: readonly (readonly [key: string, title: string, least: number, most: number])[] = [
  ['1', '1', 1, 1],
  ['2', '2', 2, 2],
  ['3', '3', 3, 3],
  ['4-6', '4–6', 4, 6],
  ['7-12', '7–12', 7, 12],
  ['13+', '> 12', 13, 2_000_000_000],
];

/** Rows of `(place, bucket, sheets, least, most)`. */
export const SHEET_BUCKETS = BUCKETS.map(
  ([key, title, least, most], place) =>
    `(${String(place)}, '${key}', '${title}', ${String(least)}, ${String(most)})`,
).join(', ');

export const SHEET_CHOICES: Readonly<Record<string, Words>> = Object.fromEntries(
  BUCKETS.map(([key, title]) => [key, words(`${title} lembar`, `${title} bills`)]),
);
