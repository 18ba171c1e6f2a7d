import type { Tx } from '../../../../platform/database';
import { CASES } from '../reconciliation-cases';

/** More breaks than people look at one by one are one question: why the file is what it is. */
const MOST_CASES = 100;

interface Break {
  readonly about: string;
  readonly amount: number;
  readonly payment_id: number | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** A case for each break that is open, and none for what is settled: the same break found again is the same case. */
export async function keepCases(tx: Tx, dayId: number, at: Date): Promise<void> {
  const breaks = await tx.query<Break & object>(
    `SELECT CASE WHEN d.payment_id IS NOT NULL THEN 'payment-' || d.payment_id ELSE 'line-' || d.line_id END AS about,
       greatest(abs(d.our_amount), abs(d.bank_amount)) AS amount, d.payment_id,
       jsonb_build_object('type', d.type, 'bank', c.name, 'settlement_date', r.settlement_date, 'reconciliation_id', r.id) AS detail
     FROM rekonsiliasi_detail d JOIN rekonsiliasi r ON r.id = d.reconciliation_id JOIN penerima c ON c.id = r.collector_id
     WHERE d.reconciliation_id = $1 AND d.state = 'OPEN' ORDER BY d.id LIMIT ${String(MOST_CASES)}`,
    [dayId],
  );
  const open = await tx.query<{ about: string }>(
    `SELECT split_part(k.source_key, ':', 3) AS about FROM kasus k
     WHERE k.subject_type = 'rekonsiliasi' AND k.subject_id = $1 AND k.kind = 'RECONCILIATION_BREAK' AND k.status = 'OPEN'`,
    [dayId],
  );
  const known = new Set(open.map(({ about }) => about));
  const still = new Set(breaks.map(({ about }) => about));
  for (const { about } of open)
    if (!still.has(about))
      await CASES.settle(tx, { type: 'rekonsiliasi', id: dayId, about }, 'reconciliation.explained', at);
  for (const { about, amount, payment_id: paymentId, detail } of breaks)
    if (!known.has(about))
      await CASES.open(tx, {
        kind: 'RECONCILIATION_BREAK',
        subjectId: dayId,
        about,
        amount,
        paymentId,
        detail,
        openedAt: at,
      });
}
