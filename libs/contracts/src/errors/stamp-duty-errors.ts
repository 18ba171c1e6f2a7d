import type { ErrorEntry } from './error-entry';

/** Stamp duty on its way to the state. */
export const stampDutyErrors = {
  'stamp_duty.owed_less': {
    status: 409,
    title: { id: 'Bea meterai terutang lebih kecil', en: 'Less stamp duty is owed' },
    cause: {
      id: 'Jumlah ini lebih besar daripada bea meterai yang dipungut dan belum disetor.',
      en: 'The amount is more than the stamp duty that was collected and not handed over yet.',
    },
    fix: {
      id: 'Catat paling banyak sebesar `owed`; periksa apakah setoran yang sama sudah dicatat.',
      en: 'Book at most `owed`; see whether the same payment is booked already.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'stamp_duty.payment_not_found': {
    status: 404,
    title: { id: 'Setoran bea meterai tidak ditemukan', en: 'Payment of stamp duty not found' },
    cause: { id: 'Setoran bea meterai ini tidak ada.', en: 'There is no such payment of stamp duty.' },
    fix: { id: 'Periksa daftar setoran bea meterai.', en: 'Check the list of payments.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'stamp_duty.payment_reversed': {
    status: 409,
    title: { id: 'Setoran sudah dibatalkan', en: 'Payment already taken back' },
    cause: {
      id: 'Setoran bea meterai ini sudah dibatalkan.',
      en: 'This payment of stamp duty was taken back before.',
    },
    fix: { id: 'Lihat pembatalannya di daftar setoran.', en: 'See its reversal in the list.' },
    safeToRetry: false,
    audience: ['staff'],
  },
} as const satisfies Record<string, ErrorEntry>;
