import { rupiah, type BusinessDate, type WaiverProposal } from '@tirtapay/domain';
import type { RowOf, Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import type { WaiverProgramme } from '../entities/waiver-programme.entity';

export const WAIVER_APPROVAL = 'waiver_programme';

/** The terms of a programme, as stored and as its approval carries them. */
export type StoredWaiver = RowOf<
  WaiverProgramme,
  | 'validFrom'
  | 'validTo'
  | 'mode'
  | 'basisPoints'
  | 'amount'
  | 'cap'
  | 'regionCodes'
  | 'tariffCodes'
  | 'minMonthsLate'
  | 'maxMonthsLate'
  | 'budget'
>;

export const WAIVER_COLUMNS =
  'valid_from, valid_to, mode, basis_points, amount, cap, region_codes, tariff_codes, min_months_late, max_months_late, budget';

/** A row as the law knows it. */
export function toWaiver(row: StoredWaiver): WaiverProposal {
  const money = (value: number | null) => (value === null ? null : rupiah(value));
  return {
    validFrom: row.valid_from as BusinessDate,
    validTo: row.valid_to as BusinessDate,
    mode: row.mode,
    basisPoints: row.basis_points,
    amount: money(row.amount),
    cap: money(row.cap),
    regionCodes: row.region_codes,
    tariffCodes: row.tariff_codes,
    minMonthsLate: row.min_months_late,
    maxMonthsLate: row.max_months_late,
    budget: money(row.budget),
  };
}

type LockedWaiver = StoredWaiver & RowOf<WaiverProgramme, 'id' | 'name' | 'status' | 'revokedOn' | 'version'>;

/** @throws Problem waiver.not_found */
export async function lockWaiver(tx: Tx, id: number): Promise<LockedWaiver> {
  const [row] = await tx.query<LockedWaiver & object>(
    `SELECT id, name, status, revoked_on, version, ${WAIVER_COLUMNS} FROM program_pemutihan WHERE id = $1 FOR NO KEY UPDATE`,
    [id],
  );
  if (row === undefined) throw new Problem('waiver.not_found');
  return row;
}
