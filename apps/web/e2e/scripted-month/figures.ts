import { LONG } from '../../../api/test/support/long-run';

/*
 * What the month must come to, worked by hand on HALSEL-RT1: Rp2.000 for each of the first ten m³, Rp2.500 to the
 * twentieth, Rp3.000 to the thirtieth, Rp4.000 above, and Rp10.000 fixed.
 *
 *   18 m³  10 × 2.000 + 8 × 2.500 + 10.000              = Rp50.000
 *   19 m³                                                 Rp52.500
 *   20 m³  10 × 2.000 + 10 × 2.500 + 10.000             = Rp55.000
 *   21 m³  55.000 + 3.000                               = Rp58.000   (22: 61.000, 23: 64.000, 24: 67.000)
 *   75 m³  20.000 + 25.000 + 30.000 + 45 × 4.000 + 10.000 = Rp265.000
 *
 * Where nobody came for a quarter, 80 m³ in the 124 days from 25 September to 27 January go by days: to 25 October,
 * November, December (30, 31, 30 days) and 33 days more. Stands 20 + 19,35 = 39, + 39,35 = 59, + 58,7 = 79, 100: that is
 * 19, 20, 20 and 21 m³.
 *
 * Twelve houses: 20 m³ at the first, 18 to 24 at the seven others that are normal, 19 where a stand was mistyped and where
 * a photo was another's, 75 at the tap that leaks, and the four months:
 *   55.000 + (50.000 + 52.500 + 55.000 + 58.000 + 61.000 + 64.000 + 67.000) + 2 × 52.500 + 265.000
 *     + (52.500 + 55.000 + 55.000 + 58.000)
 *   = 55.000 + 407.500 + 105.000 + 265.000 + 220.500 = Rp1.053.000 on 15 bills, of which Rp890.500 on 12 of January
 */

/** `npm run test:long` reads a whole street. */
export const HOUSES = LONG ? 50 : 12;
export const MONTH = '2031-01';
export const QUARTER = ['2030-10', '2030-11', '2030-12'];

/** Of a month, written anew: what the test expects does not come from what it tests. */
export const billed = (m3: number): number =>
  10_000 +
  2_000 * Math.min(m3, 10) +
  2_500 * Math.min(Math.max(m3 - 10, 0), 10) +
  3_000 * Math.min(Math.max(m3 - 20, 0), 10) +
  4_000 * Math.max(m3 - 30, 0);

/** m³ of the houses that are normal: the first is read at 80 after 60, the others at 78 to 86. */
export const NORMAL_USAGE = Array.from({ length: HOUSES - 4 }, (_, index) =>
  index === 0 ? 20 : 18 + ((index - 1) % 9),
);
/** Of the house nobody came to, by month. */
export const CAUGHT_UP = [19, 20, 20, 21] as const;
const JANUARY = [...NORMAL_USAGE, 19, 19, 75, CAUGHT_UP[3]];
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const january = sum(JANUARY.map(billed));
const quarter = sum(CAUGHT_UP.slice(0, 3).map(billed));
const issued = january + quarter;
/** Paid in January for 18 m³, corrected afterwards to 15: Rp50.000 − Rp42.500 = Rp7.500 of credit. The bill stays. */
const paidEarly = billed(18);
/** Doubted at 19 m³, found to be 17: Rp52.500 is cancelled, Rp47.500 issued under its number. */
const doubted = billed(19);
const settled = billed(17);
const open = issued - paidEarly - doubted + settled;
const lateBills = HOUSES + QUARTER.length - 1;
/** The second month late: Rp15.000 a bill; half of it is forgiven. */
const penalties = lateBills * 15_000;
const leaking = billed(75);
const fee = 2_500;

export const FIGURES = {
  bills: HOUSES + QUARTER.length,
  january,
  issued,
  credit: billed(18) - billed(15),
  lateBills,
  lateCustomers: HOUSES - 1,
  firstPenalties: lateBills * 10_000,
  penalties,
  open,
  forgivenMost: penalties / 2,
  collectedMost: open + penalties / 2,
  /** Rp265.000 + Rp15.000 − Rp7.500, and the fee of the bank. */
  leaking: { principal: leaking, asked: leaking + 7_500, taken: leaking + 7_500 + fee },
  penaltiesOwed: penalties - 15_000,
  usage: sum(JANUARY) - 2,
  summary: january - doubted + settled,
  received: { principal: paidEarly + leaking, penalty: 7_500, total: paidEarly + leaking + 7_500 + 2 * fee },
  /** The bill that was issued again is issued twice and cancelled once. */
  tie: { issued: issued + settled, corrected: doubted, remaining: open - leaking },
};

/** The same, of twelve houses, as a clerk would write it down. */
export const OF_TWELVE: typeof FIGURES = {
  bills: 15,
  january: 890_500,
  issued: 1_053_000,
  credit: 7_500,
  lateBills: 14,
  lateCustomers: 11,
  firstPenalties: 140_000,
  penalties: 210_000,
  // 1.053.000 − 50.000 paid − 5.000 corrected
  open: 998_000,
  forgivenMost: 105_000,
  collectedMost: 1_103_000,
  leaking: { principal: 265_000, asked: 272_500, taken: 275_000 },
  penaltiesOwed: 195_000,
  // 20 + 147 + 19 + 19 + 75 + 21, and 2 m³ less where the bill was corrected before it was paid
  usage: 299,
  summary: 885_500,
  received: { principal: 315_000, penalty: 7_500, total: 327_500 },
  // 1.100.500 = 315.000 paid + 733.000 open + 52.500 corrected
  tie: { issued: 1_100_500, corrected: 52_500, remaining: 733_000 },
};

/** As the screen prints it. */
export const rupiah = (amount: number): string => `Rp${amount.toLocaleString('id-ID')}`;
