import { figuresTotal, periodName, type CorrectedBill } from '@tirtapay/domain';
import type { Database } from '../../../platform/database';
import type { PublicCorrectionDto } from './public.dto';

/** Of the newest papers those that concern what is shown. */
const NEWEST = 3;

interface Row {
  id: number;
  cause: string;
  items: CorrectedBill[];
  amount: number;
  created_at: Date;
}

/**
 * The papers of corrections that concern the months on the page, and of each what they say of those months: further back
 * goes only whoever knows the digits of the meter (docs/adr/0013). What an officer wrote as the reason is free text and not
 * among them.
 * @param shown the months the page shows anyway
 */
export async function publicCorrections(
  database: Database,
  customerId: number,
  {
    since,
    shown,
    text,
  }: {
    readonly since: Date;
    readonly shown: ReadonlySet<string>;
    readonly text: (epochMs: number) => string;
  },
): Promise<PublicCorrectionDto[]> {
  const rows = await database.screen<Row & object>(
    `SELECT id, cause, items, amount, created_at FROM nota_koreksi WHERE customer_id = $1 AND created_at >= $2
     ORDER BY id DESC LIMIT ${String(NEWEST)}`,
    [customerId, since],
  );
  return rows.flatMap(({ id, cause, items, amount, created_at: at }) => {
    const open = items.filter(({ period }) => shown.has(period));
    if (open.length === 0) return [];
    return {
      note_number: `NK-${String(id).padStart(8, '0')}`,
      cause,
      corrected_at: text(at.getTime()),
      months: open.map(({ period, before, after }) => ({
        period_name: periodName(period, 'id'),
        usage_before: before.usage_m3,
        usage_after: after.usage_m3,
        amount_before: figuresTotal(before),
        amount_after: figuresTotal(after),
      })),
      earlier_months: items.length - open.length,
      penalty: items.reduce((sum, { penalty }) => sum + penalty, 0),
      settled: amount,
    };
  });
}
