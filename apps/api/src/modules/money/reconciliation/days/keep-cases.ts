import type { Tx } from '../../../../platform/database';
import { CASES } from '../reconciliation-cases';
import { tellOfBreaks } from './news';

/** More breaks than people look at one by one are one question: why the file is what it is. The rest is one case. */
const EACH = 500;
const REST = 'rest';

interface Break {
  readonly about: string;
  readonly amount: number;
  readonly payment_id: number | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/**
 * What a break is about, whatever item it is at the moment. Its case is asked for by this: the same break found again is
 * the same case while that is open, and one that was explained and is there again is another (`payment-7.2`).
 */
const ABOUT = `CASE WHEN d.payment_id IS NOT NULL THEN 'payment-' || d.payment_id
  WHEN d.movement_id IS NOT NULL THEN 'movement-' || d.movement_id ELSE 'line-' || d.line_id END`;

const BREAKS = `
  SELECT ${ABOUT} AS about, greatest(abs(d.our_amount), abs(d.bank_amount)) AS amount, d.payment_id,
    jsonb_build_object('type', d.type, 'bank', c.name, 'settlement_date', r.settlement_date, 'reconciliation_id', r.id) AS detail
  FROM rekonsiliasi_detail d JOIN rekonsiliasi r ON r.id = d.reconciliation_id JOIN penerima c ON c.id = r.collector_id
  WHERE d.reconciliation_id = $1 AND d.state = 'OPEN' ORDER BY d.id LIMIT ${String(EACH)}`;

const BEYOND = `
  SELECT count(*)::int AS count, coalesce(sum(greatest(abs(d.our_amount), abs(d.bank_amount))), 0)::bigint AS amount
  FROM (SELECT d.our_amount, d.bank_amount FROM rekonsiliasi_detail d WHERE d.reconciliation_id = $1 AND d.state = 'OPEN'
    ORDER BY d.id OFFSET ${String(EACH)}) d`;

const KNOWN = `
  SELECT split_part(split_part(k.source_key, ':', 3), '.', 1) AS about, count(*)::int AS times,
    min(split_part(k.source_key, ':', 3)) FILTER (WHERE k.status = 'OPEN') AS open
  FROM kasus k WHERE k.subject_type = 'rekonsiliasi' AND k.subject_id = $1 AND k.kind = 'RECONCILIATION_BREAK' GROUP BY 1`;

/** A case for each break that is open, and none for what is settled; whoever is concerned is told of the new ones. */
export async function keepCases(tx: Tx, dayId: number, at: Date): Promise<void> {
  const breaks = await tx.query<Break & object>(BREAKS, [dayId]);
  const beyond = await tx.one<{ count: number; amount: number }>(BEYOND, [dayId]);
  const known = new Map(
    (await tx.query<{ about: string; times: number; open: string | null }>(KNOWN, [dayId])).map((row) => [
      row.about,
      row,
    ]),
  );
  const wanted: readonly Break[] =
    beyond.count === 0
      ? breaks
      : [
          ...breaks,
          {
            about: REST,
            amount: beyond.amount,
            payment_id: null,
            detail: { ...breaks[0]?.detail, type: 'MORE', count: beyond.count },
          },
        ];
  const still = new Set(wanted.map(({ about }) => about));
  for (const { about, open } of known.values())
    if (open !== null && !still.has(about))
      await CASES.settle(
        tx,
        { type: 'rekonsiliasi', id: dayId, about: open },
        'reconciliation.explained',
        at,
      );
  const fresh = wanted.filter(({ about }) => (known.get(about)?.open ?? null) === null);
  for (const { about, amount, payment_id: paymentId, detail } of fresh) {
    const times = known.get(about)?.times ?? 0;
    await CASES.open(tx, {
      kind: 'RECONCILIATION_BREAK',
      subjectId: dayId,
      about: times === 0 ? about : `${about}.${String(times + 1)}`,
      amount,
      paymentId,
      detail,
      openedAt: at,
    });
  }
  if (fresh.length > 0) await tellOfBreaks(tx, dayId, fresh.length);
}
