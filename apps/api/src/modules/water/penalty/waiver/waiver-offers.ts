import { rupiah, type BusinessDate, type WaiverMode, type WaiverOffer } from '@tirtapay/domain';

/** A programme's promise to a bill, as the database gives it. */
export interface WaiverOfferRow {
  readonly programme_id: number;
  readonly name: string;
  readonly mode: WaiverMode;
  readonly basis_points: number | null;
  readonly amount: number | null;
  readonly cap: number | null;
  readonly reserved: number;
  readonly valid_from: string;
  readonly last_day: string;
}

/** What takes something off a penalty when no programme does, as the customer reads it. */
export const CORRECTED = 'Koreksi tagihan';

/** Last day of what programme `w` promises the bill of its share `j`: longer than its own for one that was paid in time. */
export const PROMISED_UNTIL = `greatest(w.last_day, (SELECT max(k.until_day) FROM pemutihan_perpanjangan k
  WHERE k.programme_id = j.programme_id AND k.bill_id = j.bill_id))`;

/** What the terms of programme `w` forgive of a penalty, before any limit: for laws, which work it out by themselves. */
export const forgivenOf = (penalty: string) =>
  `CASE w.mode WHEN 'AMOUNT' THEN w.amount ELSE (${penalty} * w.basis_points + 5000) / 10000 END`;

/** What programmes promise the bill `b` of a statement, on whatever days: an array, or null. */
export const WAIVER_OFFERS = `(
  SELECT json_agg(json_build_object('programme_id', w.id, 'name', w.name, 'mode', w.mode, 'basis_points', w.basis_points,
    'amount', w.amount, 'cap', w.cap, 'reserved', j.reserved, 'valid_from', w.valid_from, 'last_day', ${PROMISED_UNTIL}))
  FROM pemutihan_jatah j JOIN program_pemutihan w ON w.id = j.programme_id WHERE j.bill_id = b.id)`;

export function toWaiverOffer(row: WaiverOfferRow): WaiverOffer {
  return {
    programmeId: row.programme_id,
    name: row.name,
    mode: row.mode,
    basisPoints: row.basis_points,
    amount: row.amount === null ? null : rupiah(row.amount),
    cap: row.cap === null ? null : rupiah(row.cap),
    reserved: rupiah(row.reserved),
    validFrom: row.valid_from as BusinessDate,
    lastDay: row.last_day as BusinessDate,
  };
}
