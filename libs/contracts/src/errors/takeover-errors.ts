import type { ErrorEntry } from './error-entry';

/** Files of the system before. */
export const takeoverErrors = {
  'takeover.not_found': {
    status: 404,
    title: { id: 'Impor tidak ditemukan', en: 'Import not found' },
    cause: { id: 'Impor ini tidak ada.', en: 'There is no such import.' },
    fix: { id: 'Periksa daftar impor.', en: 'Check the list of imports.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'takeover.not_importable': {
    status: 409,
    title: { id: 'Berkas belum dapat diimpor', en: 'The file cannot be imported' },
    cause: {
      id: 'Ada baris yang ditolak, berkasnya tidak terbaca sampai akhir, tidak ada baris sama sekali, atau berkas ini sudah diproses.',
      en: 'Rows are refused, the file cannot be read to its end, there is no row, or it was dealt with already.',
    },
    fix: {
      id: 'Betulkan berkasnya, lalu periksa lagi.',
      en: 'Mend the file, then check it again.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'takeover.other_file': {
    status: 409,
    title: { id: 'Berkasnya berbeda', en: 'Another file' },
    cause: {
      id: 'Berkas yang dikirim bukan berkas yang tadi diperiksa.',
      en: 'What was sent is not the file that was checked.',
    },
    fix: { id: 'Periksa berkas ini dulu.', en: 'Check this file first.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'takeover.known': {
    status: 409,
    title: { id: 'Berkas ini sudah diimpor', en: 'This file was imported already' },
    cause: {
      id: 'Isi berkas ini persis sama dengan yang sudah diimpor. Tidak ada yang berubah.',
      en: 'Its bytes are those of an import that stands. Nothing changed.',
    },
    fix: { id: 'Lihat impor yang sudah ada.', en: 'Look at the import that is there.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'takeover.changed': {
    status: 409,
    title: { id: 'Data berubah sejak diperiksa', en: 'Changed since it was checked' },
    cause: {
      id: 'Sejak berkas diperiksa ada data yang berubah, sehingga barisnya tidak lagi sama.',
      en: 'Something the file depends on changed after the check.',
    },
    fix: { id: 'Periksa berkasnya lagi.', en: 'Check the file again.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'takeover.not_undoable': {
    status: 409,
    title: { id: 'Impor ini tidak dapat dibatalkan', en: 'This import cannot be undone' },
    cause: {
      id: 'Impor ini belum selesai, atau sudah dibatalkan.',
      en: 'It is not finished, or was undone already.',
    },
    fix: { id: 'Muat ulang untuk melihat keadaannya.', en: 'Reload to see how it stands.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'takeover.built_upon': {
    status: 409,
    title: { id: 'Sudah dipakai', en: 'Something was built on it' },
    cause: {
      id: 'Sesudah impor ini ada stan yang dicatat, rekening yang terbit, pembayaran, atau data yang diubah.',
      en: 'Since this import something was read, billed, paid or changed.',
    },
    fix: {
      id: 'Koreksi satu per satu; impornya tidak dapat dibatalkan lagi.',
      en: 'Correct one by one; the whole can no longer be undone.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
} as const satisfies Record<string, ErrorEntry>;
