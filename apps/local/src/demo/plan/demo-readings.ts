import {
  addMonths,
  type AnomalyReason,
  type AnomalySeverity,
  type BusinessDate,
  type ConditionCode,
  CONDITIONS,
  daysBetween,
  DEFAULT_ANOMALY_THRESHOLDS,
  detectAnomalies,
  type EstimateBasis,
  estimateUsage,
  type PastUsage,
  type Period,
  type ReadingMethod,
} from '@tirtapay/domain';
import type { Chance } from './chance';
import type { DemoCalendar } from './demo-calendar';
import type { DemoCustomer } from './demo-customers';

export interface DemoReading {
  readonly customer: DemoCustomer;
  readonly period: Period;
  readonly previousStand: number;
  readonly currentStand: number;
  readonly usage: number;
  readonly days: number;
  readonly method: ReadingMethod;
  readonly basis: EstimateBasis | null;
  readonly condition: ConditionCode;
  readonly rollover: boolean;
  readonly severity: AnomalySeverity;
  readonly reasons: readonly AnomalyReason[];
  readonly status: 'RECORDED' | 'VERIFIED';
  readonly readOn: BusinessDate;
  readonly readAt: number;
  readonly note: string | null;
}

const ESTIMATED = (['TERKUNCI', 'KOSONG', 'ANJING', 'BURAM', 'TERTIMBUN'] as const).filter(
  (code) => CONDITIONS[code].estimated,
);
/** Dry months of Sulawesi Tenggara use more, wet ones less; percent of the usual, January first. */
const SEASON = [94, 93, 95, 97, 98, 97, 99, 106, 112, 113, 108, 98];
const FIRST_READING_DAYS = 30;
const CATEGORY_DEFAULT = 10;
/** Of the month that is not over yet: this much has been read, and of that this much looked at. */
const READ_SHARE = 0.55;
const VERIFIED_SHARE = 0.5;

/** Every reading of one customer, the oldest first, each continuing the stand of the one before. */
export function planReadings(customer: DemoCustomer, calendar: DemoCalendar, chance: Chance): DemoReading[] {
  if (customer.state === 'CALON') return [];
  const readings: DemoReading[] = [];
  const months = [...calendar.periods, calendar.current];
  const walkDay = 17 + (Number(customer.route) % 9);
  const onRoute = chance.happens(READ_SHARE);
  for (const [index, month] of months.entries()) {
    const running = month === calendar.current;
    if (index < customer.joinedAtPeriod) continue;
    if (customer.leftAfterPeriod !== null && index > customer.leftAfterPeriod) break;
    if (running && (!onRoute || customer.state !== 'AKTIF')) break;
    const walked = calendar.day(month, walkDay + chance.between(0, 1));
    const date = walked > calendar.today ? calendar.today : walked;
    readings.push(planReading(customer, month, date, readings, calendar, chance));
  }
  return readings;
}

function planReading(
  customer: DemoCustomer,
  month: Period,
  date: BusinessDate,
  before: readonly DemoReading[],
  calendar: DemoCalendar,
  chance: Chance,
): DemoReading {
  const last = before.at(-1);
  const readAt = calendar.instant(date, chance.next() * 0.6);
  const days = last === undefined ? FIRST_READING_DAYS : Math.max(1, daysBetween(last.readOn, date));
  const previousStand = last?.currentStand ?? customer.meter.installedStand;
  const history: PastUsage[] = [...before].reverse().map((past) => ({
    period: past.period,
    usage: past.usage,
    days: past.days,
    method: past.method,
  }));
  const unread =
    isLongAway(customer, month, calendar) ||
    chance.happens(0.015) ||
    (last?.method === 'ESTIMATED' && chance.happens(0.3));
  const measured = unread ? 0 : measuredUsage(customer, month, days, chance);
  const estimate = estimateUsage({ period: month, days, history, categoryDefault: CATEGORY_DEFAULT });
  const usage = unread ? estimate.usage : measured;
  const capacity = 10 ** customer.meter.digits;
  const method = unread ? 'ESTIMATED' : 'ACTUAL';
  const { severity, reasons } = detectAnomalies({
    usage,
    days,
    history,
    method,
    previousResolved: true,
    samePhoto: false,
    thresholds: DEFAULT_ANOMALY_THRESHOLDS,
  });
  const running = month === calendar.current;
  const verified = !running || (severity === 'OK' && chance.happens(VERIFIED_SHARE));
  return {
    customer,
    period: month,
    previousStand,
    currentStand: (previousStand + usage) % capacity,
    usage,
    days,
    method,
    basis: unread ? estimate.basis : null,
    condition: unread ? chance.pick(ESTIMATED) : 'NORMAL',
    rollover: previousStand + usage >= capacity,
    severity,
    reasons,
    status: verified ? 'VERIFIED' : 'RECORDED',
    readOn: date,
    readAt,
    note: severity === 'ERROR' ? 'Sudah dicek ulang di lapangan' : null,
  };
}

/** Houses nobody has opened for three months: what may not be estimated a fourth time without somebody looking. */
function isLongAway(customer: DemoCustomer, month: Period, calendar: DemoCalendar): boolean {
  return Number(customer.number.slice(6, 11)) % 97 === 13 && month >= addMonths(calendar.current, -2);
}

function measuredUsage(customer: DemoCustomer, month: Period, days: number, chance: Chance): number {
  const season = SEASON[Number(month.slice(5, 7)) - 1] ?? 100;
  const usual = (customer.usualUsage * season * days) / (100 * FIRST_READING_DAYS);
  // Leaks, empty houses: what the anomaly rules are there to find.
  const odd = chance.weighted([
    ['USUAL', 955],
    ['LEAK', 18],
    ['AWAY', 15],
    ['EMPTY', 12],
  ] as const);
  if (odd === 'EMPTY') return 0;
  const factor =
    odd === 'LEAK' ? 2.3 + chance.next() * 1.6 : odd === 'AWAY' ? 0.3 : 0.82 + chance.next() * 0.36;
  return Math.max(1, Math.round(usual * factor));
}
