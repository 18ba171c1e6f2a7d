import type { PublicBillDto, PublicBillLineDto, PublicUsageDto } from '@tirtapay/api-client';

/** One month, from the history or from an open sheet. */
export type MonthUsage = Pick<PublicUsageDto, 'period' | 'usage_m3' | 'principal' | 'estimated'>;

export interface UsageStory {
  trend: 'UP' | 'DOWN' | 'SAME';
  /** Mean of the compared months, m³, rounded to whole. */
  average: number;
  /** m³ above (or below) that mean, never negative. */
  difference: number;
  /** Share of the mean, 0.25 = a quarter; null after months without any usage. */
  share: number | null;
  compared: number;
  /** The dearest block the usage reached, when it reached more than the first. */
  dearest: PublicBillLineDto | null;
  /** Why usage alone does not explain the amount: against the latest month read, one went up and the other did not. */
  price: { trend: 'UP' | 'DOWN'; period: string; before: number } | null;
  /** Oldest first, the explained month last. */
  months: MonthUsage[];
}

const COMPARED = 3;
const SHOWN = 6;
/** Within a tenth, people call it "the same as always". */
const SAME = 0.1;

const isWater = (line: PublicBillLineDto): boolean => line.kind === 'WATER_BLOCK' && line.quantity > 0;

/**
 * Why a sheet is as high as it is: its usage against the last three months that were really read. Months come from
 * the history of the answer and from the other open sheets. Null when there is nothing to compare with.
 */
export function explainUsage(sheet: PublicBillDto, others: readonly MonthUsage[]): UsageStory | null {
  const before = new Map<string, MonthUsage>();
  for (const month of others) if (month.period < sheet.period) before.set(month.period, month);
  const earlier = [...before.values()].sort((a, b) => a.period.localeCompare(b.period));
  const compared = earlier.filter((month) => !month.estimated).slice(-COMPARED);
  if (compared.length === 0) return null;
  const mean = compared.reduce((sum, month) => sum + month.usage_m3, 0) / compared.length;
  const change = sheet.usage_m3 - mean;
  const share = mean === 0 ? null : Math.abs(change) / mean;
  const water = sheet.lines.filter(isWater);
  const dearest = water.length > 1 ? (water.at(-1) ?? null) : null;
  return {
    trend: change === 0 || (share !== null && share <= SAME) ? 'SAME' : change > 0 ? 'UP' : 'DOWN',
    average: Math.round(mean),
    difference: Math.abs(sheet.usage_m3 - Math.round(mean)),
    share,
    compared: compared.length,
    dearest,
    price: priceChange(sheet, compared.at(-1)),
    months: [...earlier.slice(-(SHOWN - 1)), sheet],
  };
}

function priceChange(sheet: PublicBillDto, last: MonthUsage | undefined): UsageStory['price'] {
  if (last === undefined) return null;
  const news = { period: last.period, before: last.principal };
  if (sheet.usage_m3 <= last.usage_m3 && sheet.principal > last.principal) return { trend: 'UP', ...news };
  if (sheet.usage_m3 >= last.usage_m3 && sheet.principal < last.principal) return { trend: 'DOWN', ...news };
  return null;
}
