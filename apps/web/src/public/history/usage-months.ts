import type { HistoryBillDto } from '@tirtapay/api-client';
import { addMonths, monthsBetween, period } from '@tirtapay/domain';

export interface UsageMonth {
  period: string;
  /** Null for a month without a bill. */
  bill: HistoryBillDto | null;
}

export interface UsageFigures {
  /** Oldest first, without gaps from the first to the last month that has a bill. */
  months: UsageMonth[];
  /** m³ a month over the months that have a bill, rounded to whole. */
  average: number;
  highest: HistoryBillDto;
}

/** The bills (newest first) as a row of months. Null when there is none. */
export function usageMonths(bills: readonly HistoryBillDto[]): UsageFigures | null {
  const [newest] = bills;
  const oldest = bills.at(-1);
  if (newest === undefined || oldest === undefined) return null;
  const first = period(oldest.period);
  const byPeriod = new Map(bills.map((bill) => [bill.period, bill]));
  const months = Array.from({ length: monthsBetween(first, period(newest.period)) + 1 }, (_, index) => {
    const month = addMonths(first, index);
    return { period: month, bill: byPeriod.get(month) ?? null };
  });
  return {
    months,
    average: Math.round(bills.reduce((sum, bill) => sum + bill.usage_m3, 0) / bills.length),
    highest: bills.reduce((high, bill) => (bill.usage_m3 > high.usage_m3 ? bill : high)),
  };
}
