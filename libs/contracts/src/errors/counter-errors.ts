import type { ErrorEntry } from './error-entry';

/** Drawers, shifts and what is sold over the counter. */
export const counterErrors = {
  'counter.drawer_not_found': {
    status: 404,
    title: { id: 'Loket tidak ditemukan', en: 'Drawer not found' },
    cause: { id: 'Loket ini tidak ada.', en: 'There is no such drawer.' },
    fix: { id: 'Periksa daftar loket.', en: 'Check the list of drawers.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'counter.move_not_found': {
    status: 404,
    title: { id: 'Mutasi laci tidak ditemukan', en: 'Drawer move not found' },
    cause: {
      id: 'Modal receh atau setoran ini tidak ada. Selisih hitungan tidak dikoreksi di sini.',
      en: 'There is no such float or deposit. A counted difference is not corrected here.',
    },
    fix: {
      id: 'Pilih mutasi dari rincian lacinya; selisih dibetulkan dengan hitungan berikutnya.',
      en: 'Choose a move from the details of its drawer; a difference is put right by the next count.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'counter.move_corrected': {
    status: 409,
    title: { id: 'Mutasi sudah dikoreksi', en: 'Move corrected already' },
    cause: {
      id: 'Mutasi ini sudah dibatalkan oleh koreksi.',
      en: 'A correction has taken this move back.',
    },
    fix: {
      id: 'Bila koreksinya juga keliru, koreksi mutasi penggantinya.',
      en: 'If the correction was wrong as well, correct the move in its place.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'counter.drawer_duplicate': {
    status: 409,
    title: { id: 'Kode loket sudah dipakai', en: 'Drawer code taken' },
    cause: {
      id: 'Kode ini sudah menjadi awalan kwitansi bank, mitra, atau loket lain.',
      en: 'The code is the receipt prefix of another bank, partner or drawer.',
    },
    fix: { id: 'Pilih kode lain.', en: 'Choose another code.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'counter.drawer_taken': {
    status: 409,
    title: { id: 'Loket sedang dipakai', en: 'Drawer in use' },
    cause: {
      id: 'Shift lain di loket ini belum ditutup.',
      en: 'Another shift at this drawer is not closed.',
    },
    fix: {
      id: 'Pilih loket lain, atau tutup dulu shift itu.',
      en: 'Choose another drawer, or have that shift closed first.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'counter.drawer_inactive': {
    status: 409,
    title: { id: 'Loket tidak aktif', en: 'Drawer not active' },
    cause: { id: 'Loket ini sudah dinonaktifkan.', en: 'This drawer was taken out of use.' },
    fix: { id: 'Pilih loket lain.', en: 'Choose another drawer.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'counter.shift_not_found': {
    status: 404,
    title: { id: 'Shift tidak ditemukan', en: 'Shift not found' },
    cause: { id: 'Shift ini tidak ada, atau bukan milik Anda.', en: 'There is no such shift of yours.' },
    fix: { id: 'Periksa daftar shift.', en: 'Check the list of shifts.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'counter.shift_open': {
    status: 409,
    title: { id: 'Anda masih punya shift', en: 'You have a shift already' },
    cause: {
      id: 'Satu kasir hanya membuka satu loket; shift Anda yang lain belum ditutup.',
      en: 'A cashier opens one drawer only; your other shift is not closed.',
    },
    fix: { id: 'Tutup shift itu lebih dulu.', en: 'Close that shift first.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'counter.shift_not_open': {
    status: 409,
    title: { id: 'Shift tidak terbuka', en: 'Shift not open' },
    cause: {
      id: 'Shift ini sudah dihitung atau ditutup, atau bukan milik Anda.',
      en: 'The shift was counted or closed, or is not yours.',
    },
    fix: {
      id: 'Buka shift Anda sendiri, lalu ulangi.',
      en: 'Open a shift of your own, then repeat.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'counter.shift_not_counted': {
    status: 409,
    title: { id: 'Shift belum dihitung', en: 'Shift not counted' },
    cause: {
      id: 'Berita acara baru ada setelah laci dihitung.',
      en: 'There is no closing sheet before the drawer is counted.',
    },
    fix: { id: 'Hitung dan tutup shift lebih dulu.', en: 'Count and close the shift first.' },
    safeToRetry: true,
    audience: ['staff'],
  },
  'counter.reason_needed': {
    status: 422,
    title: { id: 'Selisih perlu alasan', en: 'Difference needs a reason' },
    cause: {
      id: 'Uang yang dihitung berbeda dari catatan (difference).',
      en: 'What was counted differs from the books (difference).',
    },
    fix: {
      id: 'Hitung sekali lagi; bila tetap berbeda, tulis alasannya.',
      en: 'Count once more; if it still differs, write down why.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'counter.difference_too_large': {
    status: 409,
    title: { id: 'Selisih harus diputuskan', en: 'Difference must be decided' },
    cause: {
      id: 'Selisih kas loket melebihi batas yang boleh dijelaskan kasir sendiri.',
      en: 'The drawer differs by more than a cashier may explain alone.',
    },
    fix: {
      id: 'Hitung sekali lagi; bila tetap berbeda, minta pengawas mengajukan selisihnya.',
      en: 'Count once more; if it still differs, ask a supervisor to have it decided.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'counter.cash_short': {
    status: 422,
    title: { id: 'Uang kurang', en: 'Cash too little' },
    cause: {
      id: 'Uang yang diterima kurang dari total (total). Belum ada yang dijual.',
      en: 'The cash is below the total (total). Nothing was sold.',
    },
    fix: { id: 'Minta kekurangannya, atau keluarkan satu baris.', en: 'Ask for the rest, or drop a line.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'counter.basket_not_found': {
    status: 404,
    title: { id: 'Keranjang tidak ditemukan', en: 'Basket not found' },
    cause: {
      id: 'Keranjang ini belum pernah dijual, atau bukan dari loket Anda.',
      en: 'This basket was never sold, or not by you.',
    },
    fix: { id: 'Jual lagi dengan id yang sama.', en: 'Sell it under the same id.' },
    safeToRetry: true,
    audience: ['staff'],
  },
  'counter.basket_in_progress': {
    status: 409,
    title: { id: 'Keranjang sedang diproses', en: 'Basket in progress' },
    cause: {
      id: 'Permintaan lain dengan keranjang yang sama belum selesai.',
      en: 'Another request for the same basket is not finished.',
    },
    fix: {
      id: 'Ulangi dengan id yang sama setelah Retry-After detik; tidak ada yang terjual dua kali.',
      en: 'Repeat under the same id after Retry-After seconds; nothing is sold twice.',
    },
    safeToRetry: true,
    audience: ['staff'],
  },
  'counter.reversal_closed': {
    status: 409,
    title: { id: 'Batas pembatalan di loket sudah lewat', en: 'Reversal at the counter closed' },
    cause: {
      id: 'Di loket, pembayaran tunai hanya dibatalkan pada hari dan shift yang sama.',
      en: 'At the counter a cash payment is reversed on its day and in its shift only.',
    },
    fix: {
      id: 'Buka kasus; kantor mengajukan pembatalan kepada manajer.',
      en: 'Open a case; the office asks the manager to reverse it.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'counter.sale_not_failed': {
    status: 409,
    title: { id: 'Uang tidak dapat dikembalikan', en: 'Nothing to hand back' },
    cause: {
      id: 'Hanya penjualan yang gagal dan belum dikembalikan yang dibayar balik; token dan voucher yang terjual tidak pernah.',
      en: 'Only a sale that failed and was not paid back is handed back; sold tokens and vouchers never are.',
    },
    fix: { id: 'Lihat status penjualannya.', en: 'Look at the state of the sale.' },
    safeToRetry: false,
    audience: ['staff'],
  },
} as const satisfies Record<string, ErrorEntry>;
