import {
  penaltyOf,
  penaltyExcess,
  rupiah,
  waiverOf,
  type BusinessDate,
  type PenaltyPolicy,
  type Period,
} from '@tirtapay/domain';
import { CARRIED_PENALTY } from '../../water/billing';
import { toWaiverOffer, WAIVER_OFFERS, type WaiverOfferRow } from '../../water/penalty';

/** The penalty of a bill as it was booked, with what decides how much of it a smaller principal would have borne. */
export interface BookedPenalty {
  readonly bill_id: number;
  readonly amount: number;
  readonly waived: number;
  readonly returned: number;
  readonly excess_waived: number;
  readonly assessed_on: BusinessDate;
  readonly due_date: BusinessDate;
  readonly period: Period;
  /** Of the bill, with what earlier corrections changed of it; without the penalties of others that it carries. */
  readonly principal: number;
  /** Days it stood still before it was booked. */
  readonly days_held: number;
  readonly tariff_code: string;
  /** The day on which a programme forgave of it: of its payment, or of the plan that replaced it. Null when none did. */
  readonly paid_on: BusinessDate | null;
  readonly offers: readonly WaiverOfferRow[] | null;
}

export const BOOKED_PENALTIES = `
  SELECT d.bill_id, d.amount, d.waived, d.returned, d.excess_waived, d.assessed_on, b.due_date, b.period,
    b.principal - ${CARRIED_PENALTY} + (SELECT coalesce(sum(k.amount), 0)::bigint FROM koreksi_tagihan k WHERE k.bill_id = b.id) AS principal, t.code AS tariff_code,
    coalesce((SELECT p.business_date FROM pembayaran p WHERE p.id = b.paid_by),
      (SELECT e.business_date FROM angsuran_sumber s JOIN rencana_angsuran o ON o.id = s.plan_id
        JOIN jurnal e ON e.entity_type = 'rencana_angsuran' AND e.entity_id = o.id AND e.event = 'bill.replaced'
        WHERE s.bill_id = b.id AND s.waived > 0 AND o.ended_as IS NULL)) AS paid_on, ${WAIVER_OFFERS} AS offers,
    (SELECT coalesce(sum(h.until_day - h.from_day), 0)::int FROM penahanan_denda h
      WHERE h.bill_id = b.id AND h.until_day <= d.assessed_on) AS days_held
  FROM denda d JOIN tagihan b ON b.id = d.bill_id LEFT JOIN tarif_versi v ON v.id = b.tariff_version_id
  JOIN tarif t ON t.id = coalesce(v.tariff_id, b.tariff_id) WHERE d.bill_id = ANY ($1)`;

/** What a row of a correction says of the penalty of its bill. */
export interface PenaltyBack {
  /** What comes back: below zero. Above: what an earlier correction gave back too much. */
  readonly penalty: number;
  /** What of it had been forgiven, and is neither given back nor asked for again. */
  readonly excessWaived: number;
}

export const NO_PENALTY_BACK: PenaltyBack = { penalty: 0, excessWaived: 0 };

/**
 * What comes back of the penalty of a settled bill that asked for too much, or of one that was settled and is open again.
 * @param base the principal that would have borne a penalty, had the bill been right; rupiah
 */
export function penaltyBack(
  row: BookedPenalty,
  base: number,
  policies: readonly PenaltyPolicy[],
): PenaltyBack {
  const assessed = penaltyOf(
    {
      principal: rupiah(base),
      dueDate: row.due_date,
      period: row.period,
      tariffCode: row.tariff_code,
      // It was booked while nobody doubted the bill: what is doubted now is decided by this very correction.
      disputed: false,
      daysHeld: row.days_held,
    },
    policies,
    row.assessed_on,
  ).amount;
  const offers = (row.offers ?? []).map(toWaiverOffer);
  const forgiven = row.paid_on === null ? 0 : waiverOf(assessed, offers, row.paid_on).amount;
  const before = { returned: row.returned, excessWaived: row.excess_waived };
  const found = penaltyExcess({ booked: row.amount, waived: row.waived, assessed, forgiven }, before);
  return {
    penalty: before.returned - found.returned,
    excessWaived: found.excessWaived - before.excessWaived,
  };
}
