import { figuresTotal, periodName, type CorrectedBill } from '@tirtapay/domain';
import type { Database } from '../../../platform/database';
import type { PublicCorrectionDto } from './public.dto';

const SHOWN = 3;

interface Row {
  id: number;
  cause: string;
  items: CorrectedBill[];
  amount: number;
  created_at: Date;
}

/** The papers of corrections a customer may read. What an officer wrote as the reason is free text and not among them. */
export async function publicCorrections(
  database: Database,
  customerId: number,
  { since, text }: { readonly since: Date; readonly text: (epochMs: number) => string },
): Promise<PublicCorrectionDto[]> {
  const rows = await database.screen<Row & object>(
    `SELECT id, cause, items, amount, created_at FROM nota_koreksi WHERE customer_id = $1 AND created_at >= $2
     ORDER BY id DESC LIMIT ${String(SHOWN)}`,
    [customerId, since],
  );
  return rows.map(({ id, cause, items, amount, created_at: at }) => ({
    note_number: `NK-${String(id).padStart(8, '0')}`,
    cause,
    corrected_at: text(at.getTime()),
    months: items.map(({ period, before, after }) => ({
      period_name: periodName(period, 'id'),
      usage_before: before.usage_m3,
      usage_after: after.usage_m3,
      amount_before: figuresTotal(before),
      amount_after: figuresTotal(after),
    })),
    penalty: items.reduce((sum, { penalty }) => sum + penalty, 0),
    settled: amount,
  }));
}
