import { formatRupiah, multiplyRupiah, percentOf, rupiah, ZERO_RUPIAH, type Rupiah } from '../money';
import {
  addDays,
  addMonthsToDate,
  formatDateLong,
  monthsBetween,
  periodOfDate,
  type BusinessDate,
} from '../time';
import type { PenalisedBill, PenaltyPolicy, PenaltyResult } from './penalty-policy';
import { penaltyDay } from './penalty-hold';
import { selectPenaltyPolicy } from './select-policy';
import { validatePenaltyPolicy } from './validate-policy';

/**
 * How many months a bill is late: 0 up to and including the last day of grace, 1 from the day after, 2 from the
 * day after one further calendar month, and so on. Months are counted from the original day each time, so that a
 * due date on the 31st does not creep.
 */
export function monthsLate(dueDate: BusinessDate, graceDays: number, asOf: BusinessDate): number {
  const lastFreeDay = addDays(dueDate, graceDays);
  if (asOf <= lastFreeDay) return 0;
  const months = monthsBetween(periodOfDate(lastFreeDay), periodOfDate(asOf));
  return asOf > addMonthsToDate(lastFreeDay, months) ? months + 1 : months;
}

/**
 * The penalty of one bill on one day: a pure function of (bill, policies, business date).
 *
 * The base is the unpaid principal only, never a penalty, of water and of balances taken over; of an instalment by a policy
 * that names instalments, its share of principal. A disputed bill bears none, nor does a charge that is no water. Days a bill
 * was disputed do not count (penalty-hold.ts). It never falls as days pass, is zero up to the due date (and grace), and never above the
 * policy's cap.
 * @throws RangeError when the policy that applies is malformed (see validatePenaltyPolicy).
 */
export function penaltyOf(
  bill: PenalisedBill,
  policies: readonly PenaltyPolicy[],
  asOf: BusinessDate,
): PenaltyResult {
  const daysHeld = bill.daysHeld ?? 0;
  const policy = selectPenaltyPolicy(bill, policies);
  const late = monthsLate(bill.dueDate, policy?.graceDays ?? 0, penaltyDay(asOf, daysHeld));
  const none = (trace: string): PenaltyResult => ({ amount: ZERO_RUPIAH, policy, monthsLate: late, trace });
  if (late === 0) return none('Belum lewat jatuh tempo');
  if (bill.principal <= 0) return none('Tidak ada pokok yang belum dibayar');
  if (bill.kind === 'NONWATER') return none('Tagihan non-air tidak dikenai denda');
  if (bill.kind === 'INSTALMENT' && !policy) return none('Angsuran ini tidak dikenai denda');
  if (bill.disputed) return none('Tagihan dalam sengketa, tidak dikenai denda');
  if (!policy) return none('Tidak ada kebijakan denda untuk periode dan golongan ini');
  const problems = validatePenaltyPolicy(policy);
  if (problems.length > 0) throw new RangeError(`malformed penalty policy: ${problems.join(', ')}`);
  const uncapped = charge(policy, bill.principal, late);
  const amount = policy.cap === null ? uncapped.amount : rupiah(Math.min(uncapped.amount, policy.cap));
  const cap = amount < uncapped.amount ? `, dibatasi ${formatRupiah(amount)}` : '';
  const since = formatDateLong(bill.dueDate, 'id');
  const held = daysHeld === 0 ? '' : `, ${String(daysHeld)} hari pemeriksaan keberatan tidak dihitung`;
  return {
    amount,
    policy,
    monthsLate: late,
    trace: `Terlambat ${String(late)} bulan (jatuh tempo ${since}${held}): ${uncapped.formula}${cap}`,
  };
}

function charge(policy: PenaltyPolicy, principal: Rupiah, late: number): { amount: Rupiah; formula: string } {
  if (policy.mode === 'PERCENT') return percentage(policy, principal, late);
  if (policy.mode === 'TIER_BY_AGE') {
    const reached = (policy.tiers ?? []).filter((tier) => tier.fromMonth <= late);
    // Validation guarantees that tiers do not fall, so the highest reached is also the oldest.
    const amount = rupiah(Math.max(0, ...reached.map((tier) => tier.amount)));
    return { amount, formula: formatRupiah(amount) };
  }
  const flat = policy.amount ?? ZERO_RUPIAH;
  if (policy.mode === 'FLAT_PER_BILL') return { amount: flat, formula: formatRupiah(flat) };
  const amount = multiplyRupiah(flat, late);
  return { amount, formula: `${String(late)} × ${formatRupiah(flat)} = ${formatRupiah(amount)}` };
}

function percentage(
  policy: PenaltyPolicy,
  principal: Rupiah,
  late: number,
): { amount: Rupiah; formula: string } {
  const basisPoints = policy.basisPoints ?? 0;
  const once = percentOf(principal, basisPoints, policy.rounding ?? 'HALF_UP');
  const percent = String(basisPoints / 100).replace('.', ',');
  const formula = `${percent}% × ${formatRupiah(principal)}`;
  if (policy.perMonth !== true) return { amount: once, formula: `${formula} = ${formatRupiah(once)}` };
  const amount = multiplyRupiah(once, late);
  return {
    amount,
    formula: `${String(late)} × (${formula} = ${formatRupiah(once)}) = ${formatRupiah(amount)}`,
  };
}
