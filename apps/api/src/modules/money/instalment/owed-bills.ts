import {
  mayBeReplaced,
  rupiah,
  waiverOf,
  type BillKind,
  type BusinessDate,
  type PenaltyExcess,
  type PenaltyPolicy,
  type Period,
  type WaiverOffer,
} from '@tirtapay/domain';
import { Problem } from '../../../platform/problem';
import { BILL_TITLE } from '../../water/billing';
import {
  CORRECTED,
  penaltyDue,
  toWaiverOffer,
  WAIVER_OFFERS,
  type WaiverOfferRow,
} from '../../water/penalty';
import type { PlannedSourceDto } from './dto/instalment-plan.dto';
import { INSTALMENT_SAYS } from './sentences';

interface OwedRow {
  readonly id: number;
  readonly bill_number: string;
  readonly kind: BillKind;
  readonly title: string | null;
  readonly period: Period;
  readonly principal: number;
  readonly penalty_free: number;
  readonly agreed_in: Period | null;
  readonly due_date: BusinessDate;
  readonly disputed: boolean;
  readonly penalty_days_held: number;
  readonly tariff_code: string | null;
  readonly booked: number;
  readonly waived: number;
  readonly penalty_returned: number;
  readonly excess_waived: number;
  readonly in_plan: boolean;
  readonly offers: readonly WaiverOfferRow[] | null;
}

export type Reader = <Row extends object>(sql: string, values: readonly unknown[]) => Promise<readonly Row[]>;

/** With what nobody is shown but the sum needs. */
export type PlannedSource = PlannedSourceDto & { readonly penalty_free: number };

const OWED = `
  SELECT b.id, b.bill_number, b.kind, ${BILL_TITLE} AS title, b.period, b.principal, b.penalty_free, b.agreed_in, b.due_date, b.disputed,
    b.penalty_days_held, t.code AS tariff_code, coalesce(d.amount, 0) AS booked, coalesce(d.waived, 0) AS waived,
    coalesce(d.returned, 0) AS penalty_returned, coalesce(d.excess_waived, 0) AS excess_waived,
    EXISTS (SELECT FROM angsuran i JOIN rencana_angsuran p ON p.id = i.plan_id
      WHERE i.bill_id = b.id AND p.ended_as IS NULL) AS in_plan, ${WAIVER_OFFERS} AS offers
  FROM tagihan b LEFT JOIN tarif_versi v ON v.id = b.tariff_version_id
  LEFT JOIN tarif t ON t.id = coalesce(v.tariff_id, b.tariff_id) LEFT JOIN denda d ON d.bill_id = b.id
  WHERE b.customer_id = $1 AND b.id = ANY ($2) AND b.state = 'ISSUED' ORDER BY b.due_date, b.bill_number`;

/**
 * What is owed of these bills on a day, penalties of that day included, oldest first.
 * @throws Problem instalment.not_possible unless all of them are open, of this customer, undoubted, and in no plan that goes on
 */
export async function owedBills(
  read: Reader,
  { customerId, billIds }: { readonly customerId: number; readonly billIds: readonly number[] },
  policies: readonly PenaltyPolicy[],
  today: BusinessDate,
): Promise<PlannedSource[]> {
  const rows = await read<OwedRow>(OWED, [customerId, billIds]);
  if (rows.length !== billIds.length) throw refused(INSTALMENT_SAYS.notOpen);
  for (const row of rows)
    if (!mayBeReplaced({ disputed: row.disputed, inPlan: row.in_plan }))
      throw refused(
        row.disputed ? INSTALMENT_SAYS.doubted(row.bill_number) : INSTALMENT_SAYS.inPlan(row.bill_number),
      );
  return rows.map((row) => {
    const gross = penaltyOn(row, policies, today) - row.waived;
    const offers = (row.offers ?? []).map(toWaiverOffer);
    const excess = excessOf(row);
    const { amount: waived, offer } = waiverOf(rupiah(gross), offers, today, excess);
    return {
      bill_id: row.id,
      bill_number: row.bill_number,
      kind: row.kind,
      title: row.title,
      period: row.period,
      due_date: row.due_date,
      principal: row.principal,
      penalty: gross - waived,
      penalty_free: row.penalty_free,
      waived,
      waiver_revocable: waived - excess.excessWaived,
      waiver_programme: offer?.name ?? (waived > 0 ? CORRECTED : null),
      waiver_lost: waiverLost(
        offers,
        gross - excess.returned - excess.excessWaived,
        waived - excess.excessWaived,
        today,
      ),
    };
  });
}

function excessOf(row: OwedRow): PenaltyExcess {
  return { returned: row.penalty_returned, excessWaived: row.excess_waived };
}

function penaltyOn(row: OwedRow, policies: readonly PenaltyPolicy[], today: BusinessDate): number {
  const [due] = penaltyDue(
    [
      {
        kind: row.kind,
        agreedIn: row.agreed_in,
        principal: rupiah(row.principal - row.penalty_free),
        dueDate: row.due_date,
        period: row.period,
        disputed: row.disputed,
        daysHeld: row.penalty_days_held,
        tariffCode: row.tariff_code ?? '',
        booked: rupiah(row.booked),
        excess: excessOf(row),
      },
    ],
    policies,
    today,
  );
  return due?.amount ?? row.booked;
}

/** What programmes that begin later would forgive more of the bill than the one of today, and do not of an instalment. */
function waiverLost(
  offers: readonly WaiverOffer[],
  penalty: number,
  waived: number,
  today: BusinessDate,
): number {
  const promised = offers
    .filter(({ validFrom, lastDay }) => validFrom > today && lastDay >= validFrom)
    .map(({ reserved }) => Math.min(reserved, penalty));
  return Math.max(0, ...promised.map((amount) => amount - waived));
}

function refused(message: (typeof INSTALMENT_SAYS)['notOpen']): Problem {
  return new Problem('instalment.not_possible', {
    errors: [{ pointer: '/bill_ids', code: 'not_applicable', message }],
  });
}
