import type { PolicyProposalProblem } from '@tirtapay/domain';
import { Sentence } from '../../../platform/problem';

const of = (id: string, en: string) => Sentence.of({ id, en });

const POLICY: Readonly<Record<PolicyProposalProblem, Sentence>> = {
  AMOUNT_MISSING: of('Jumlah denda wajib diisi.', 'the amount is required'),
  AMOUNT_NEGATIVE: of('Jumlah denda tidak boleh negatif.', 'no negative amount'),
  TIERS_MISSING: of('Sedikitnya satu tingkat.', 'at least one tier'),
  TIER_MONTH_INVALID: of('Bulan tingkat dihitung mulai 1.', 'the month of a tier counts from 1'),
  TIER_MONTH_REPEATED: of('Dua tingkat mulai pada bulan yang sama.', 'two tiers begin in the same month'),
  TIERS_DECREASING: of('Tingkat tidak boleh menurun.', 'tiers never decrease'),
  BASIS_POINTS_INVALID: of('Persentase tidak sah.', 'not a percentage'),
  GRACE_DAYS_INVALID: of('Masa tenggang tidak sah.', 'not a number of days'),
  CAP_NEGATIVE: of('Batas tidak boleh negatif.', 'no negative cap'),
  CAP_MISSING: of('Denda ini tumbuh; batas wajib diisi.', 'this penalty grows; a cap is required'),
  ABOVE_CEILING: of('Melebihi denda tertinggi yang diizinkan.', 'above the highest penalty allowed'),
  TARIFF_CODES_EMPTY: of('Pilih golongan, atau semua.', 'choose categories, or all of them'),
  VALIDITY_REVERSED: of('Akhir masa berlaku sebelum awalnya.', 'ends before it begins'),
};

export const PENALTY_SAYS = {
  policy: POLICY,
  bookedToday: (today: string) =>
    of(
      `Denda dibukukan hari ini (${today}), bukan pada hari lain.`,
      `penalties are booked today (${today}), not on another day`,
    ),
  issued: (period: string) => of(`Rekening ${period} sudah terbit.`, `bills of ${period} are issued`),
  unknownCategories: (codes: readonly string[]) =>
    of(`Golongan ini tidak ada: ${codes.join(', ')}`, `no such category: ${codes.join(', ')}`),
} as const;
