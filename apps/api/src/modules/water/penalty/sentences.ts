import type { PolicyProposalProblem, WaiverProposalProblem } from '@tirtapay/domain';
import { said, Sentence } from '../../../platform/problem';

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

const WAIVER: Readonly<Record<WaiverProposalProblem, Sentence>> = {
  STARTS_TOO_EARLY: of(
    'Program paling cepat mulai besok; setelah pukul 23.00, lusa.',
    'a programme begins tomorrow at the earliest; after 23:00, the day after',
  ),
  DATES_REVERSED: of('Hari terakhir sebelum hari pertama.', 'ends before it begins'),
  TOO_LONG: of('Program berlangsung paling lama satu tahun.', 'a programme lasts a year at most'),
  PERCENT_INVALID: of(
    'Isi persen keringanan, lebih dari 0 sampai 100.',
    'say how many percent, above 0 up to 100',
  ),
  AMOUNT_INVALID: of('Isi jumlah keringanan per rekening.', 'say how much for each bill'),
  AGES_REVERSED: of('Umur tunggakan terbalik.', 'the ages are reversed'),
};

export const PENALTY_SAYS = {
  policy: POLICY,
  waiver: WAIVER,
  bookedToday: (today: string) =>
    of(
      `Denda dibukukan hari ini (${today}), bukan pada hari lain.`,
      `penalties are booked today (${today}), not on another day`,
    ),
  issued: (period: string) =>
    of(`Rekening ${said(period, 'id')} sudah terbit.`, `bills of ${said(period, 'en')} are issued`),
  unknownRegions: (codes: readonly string[]) =>
    of(`Wilayah ini tidak ada: ${codes.join(', ')}`, `no such area: ${codes.join(', ')}`),
  unknownCategories: (codes: readonly string[]) =>
    of(`Golongan ini tidak ada: ${codes.join(', ')}`, `no such category: ${codes.join(', ')}`),
} as const;
