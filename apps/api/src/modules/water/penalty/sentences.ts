import type { PolicyProposalProblem, WaiverProposalProblem } from '@tirtapay/domain';
import { said, Sentence } from '../../../platform/problem';

const of = (id: string, en: string) => Sentence.of({ id, en });

const POLICY: Readonly<Record<PolicyProposalProblem, Sentence>> = {
  AMOUNT_MISSING: of('Jumlah denda wajib diisi.', 'The amount is required.'),
  AMOUNT_NEGATIVE: of('Jumlah denda tidak boleh negatif.', 'No negative amount.'),
  TIERS_MISSING: of('Sedikitnya satu tingkat.', 'At least one tier.'),
  TIER_MONTH_INVALID: of('Bulan tingkat dihitung mulai 1.', 'The month of a tier counts from 1.'),
  TIER_MONTH_REPEATED: of('Dua tingkat mulai pada bulan yang sama.', 'Two tiers begin in the same month.'),
  TIERS_DECREASING: of('Tingkat tidak boleh menurun.', 'Tiers never decrease.'),
  BASIS_POINTS_INVALID: of('Persentase tidak sah.', 'Not a percentage.'),
  GRACE_DAYS_INVALID: of('Masa tenggang tidak sah.', 'Not a number of days.'),
  CAP_NEGATIVE: of('Batas tidak boleh negatif.', 'No negative cap.'),
  CAP_MISSING: of('Denda ini tumbuh; batas wajib diisi.', 'This penalty grows; a cap is required.'),
  ABOVE_CEILING: of('Melebihi denda tertinggi yang diizinkan.', 'Above the highest penalty allowed.'),
  TARIFF_CODES_EMPTY: of('Pilih golongan, atau semua.', 'Choose categories, or all of them.'),
  VALIDITY_REVERSED: of('Akhir masa berlaku sebelum awalnya.', 'Ends before it begins.'),
};

const WAIVER: Readonly<Record<WaiverProposalProblem, Sentence>> = {
  STARTS_TOO_EARLY: of(
    'Program paling cepat mulai besok; setelah pukul 23.00, lusa.',
    'A programme begins tomorrow at the earliest; after 23:00, the day after.',
  ),
  DATES_REVERSED: of('Hari terakhir sebelum hari pertama.', 'Ends before it begins.'),
  TOO_LONG: of('Program berlangsung paling lama satu tahun.', 'A programme lasts a year at most.'),
  PERCENT_INVALID: of(
    'Isi persen keringanan, lebih dari 0 sampai 100.',
    'Say how many percent, above 0 up to 100.',
  ),
  AMOUNT_INVALID: of('Isi jumlah keringanan per rekening.', 'Say how much for each bill.'),
  AGES_REVERSED: of('Umur tunggakan terbalik.', 'The ages are reversed.'),
};

export const PENALTY_SAYS = {
  policy: POLICY,
  waiver: WAIVER,
  bookedToday: (today: string) =>
    of(
      `Denda hanya dibukukan untuk hari ini, ${said(today, 'id')}.`,
      `Penalties are booked for today only, ${said(today, 'en')}.`,
    ),
  issued: (period: string) =>
    of(`Rekening ${said(period, 'id')} sudah terbit.`, `Bills of ${said(period, 'en')} are issued.`),
  unknownRegions: (codes: readonly string[]) =>
    of(`Wilayah ini tidak ada: ${codes.join(', ')}.`, `No such area: ${codes.join(', ')}.`),
  unknownCategories: (codes: readonly string[]) =>
    of(`Golongan ini tidak ada: ${codes.join(', ')}.`, `No such category: ${codes.join(', ')}.`),
} as const;
