import { addDays, daysBetween, type BusinessDate, type WaiverProposal } from '@tirtapay/domain';
import type { WaiverGroupDto } from '../dto/waiver.dto';
import { IN_SCOPE, LATE_ENOUGH } from './waivable-bills';

interface GroupRow {
  readonly bills: number;
  readonly customers: number;
  readonly owed: number;
  readonly paid_bills: number;
  readonly collected: number;
  readonly penalties: number;
  readonly waived: number;
  readonly planned_bills: number;
  readonly planned_waived: number;
}

export type GroupReader = (sql: string, values: readonly unknown[]) => Promise<readonly GroupRow[]>;

/**
 * Bills that bear penalties and were open at an instant ($6); paid before another ($7), or replaced by a plan. Those in plans
 * are neither open nor paid, so that rates leave them out; what was forgiven when the plan was agreed is forgiven.
 */
const SUMS = `
  SELECT count(*) FILTER (WHERE NOT planned) AS bills, count(DISTINCT b.customer_id) FILTER (WHERE NOT planned) AS customers,
    coalesce(sum(b.principal) FILTER (WHERE NOT planned), 0)::bigint AS owed,
    count(*) FILTER (WHERE b.paid_at < $7) AS paid_bills, coalesce(sum(b.principal) FILTER (WHERE b.paid_at < $7), 0)::bigint AS collected,
    coalesce(sum(d.amount - d.waived) FILTER (WHERE b.paid_at < $7), 0)::bigint AS penalties,
    coalesce(sum(d.waived) FILTER (WHERE b.paid_at < $7 OR planned), 0)::bigint AS waived,
    count(*) FILTER (WHERE planned) AS planned_bills, coalesce(sum(d.waived) FILTER (WHERE planned), 0)::bigint AS planned_waived
  FROM tagihan b LEFT JOIN tarif_versi v ON v.id = b.tariff_version_id JOIN tarif t ON t.id = coalesce(v.tariff_id, b.tariff_id)
  LEFT JOIN denda d ON d.bill_id = b.id CROSS JOIN LATERAL (SELECT b.state = 'REPLACED_BY' AS planned) s
  WHERE b.kind IN ('WATER', 'OPENING') AND b.issued_at < $6
    AND (b.state = 'ISSUED' OR (b.state = 'PAID' AND b.paid_at >= $6) OR (planned AND (
      -- the plan it is in, should it have been in another one before
      SELECT max(j.posted_at) FROM jurnal_baris l JOIN jurnal j ON j.id = l.journal_id
      WHERE l.bill_id = b.id AND l.account = '1210' AND l.credit > 0 AND j.event = 'bill.replaced') BETWEEN $6 AND $7)) AND ${LATE_ENOUGH} AND ${IN_SCOPE}`;

const COVERED = 'EXISTS (SELECT FROM pemutihan_jatah j WHERE j.bill_id = b.id AND j.programme_id = $8)';
const UNTOUCHED = `NOT EXISTS (SELECT FROM pemutihan_jatah j JOIN program_pemutihan p ON p.id = j.programme_id
  WHERE j.bill_id = b.id AND p.valid_from <= $8::date AND p.last_day >= $1)`;

/** Days of a programme as the books see them. */
export interface Window {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

/** As many days as a programme has, right before it (or before another day). */
export function windowBefore(programme: Window, end: BusinessDate): Window {
  const days = daysBetween(programme.from, programme.to) + 1;
  return { from: addDays(end, -days), to: addDays(end, -1) };
}

function group(row: GroupRow | undefined): WaiverGroupDto {
  if (row === undefined) throw new Error('sums have one row');
  const rate = row.owed === 0 ? 0 : Math.round((row.collected * 10_000) / row.owed);
  return { ...row, rate };
}

/** What became of bills of a kind in a number of days. */
export class WaiverGroups {
  constructor(
    private readonly read: GroupReader,
    private readonly endOfDay: (date: BusinessDate) => number,
  ) {}

  /** Whoever is in the scope on the first of these days. */
  ofScope(proposal: WaiverProposal, days: Window): Promise<WaiverGroupDto> {
    return this.sum(SUMS, days, proposal, proposal);
  }

  /** The bills of a programme. */
  covered(programmeId: number, days: Window): Promise<WaiverGroupDto> {
    return this.sum(`${SUMS} AND ${COVERED}`, days, null, null, programmeId);
  }

  /** As late as the bills of the programme, anywhere, and in no programme of these days. */
  outside(proposal: WaiverProposal, days: Window): Promise<WaiverGroupDto> {
    return this.sum(`${SUMS} AND ${UNTOUCHED}`, days, proposal, null, days.to);
  }

  private async sum(
    sql: string,
    { from, to }: Window,
    ages: Pick<WaiverProposal, 'minMonthsLate' | 'maxMonthsLate'> | null,
    scope: Pick<WaiverProposal, 'tariffCodes' | 'regionCodes'> | null,
    ...more: readonly unknown[]
  ): Promise<WaiverGroupDto> {
    const [row] = await this.read(sql, [
      from,
      ages?.minMonthsLate ?? null,
      ages?.maxMonthsLate ?? null,
      scope?.tariffCodes ?? null,
      scope?.regionCodes ?? null,
      new Date(this.endOfDay(addDays(from, -1))),
      new Date(this.endOfDay(to)),
      ...more,
    ]);
    return group(row);
  }
}
