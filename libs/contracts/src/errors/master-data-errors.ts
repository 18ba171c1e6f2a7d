import type { ErrorEntry } from './error-entry';

/** Customers, regions and tariffs. */
export const masterDataErrors = {
  'customer.not_found': {
    status: 404,
    title: { id: 'Pelanggan tidak ditemukan', en: 'Customer not found' },
    cause: {
      id: 'Nomor pelanggan tidak dikenal atau digit pemeriksanya salah.',
      en: 'The customer number is unknown or its check digit is wrong.',
    },
    fix: { id: 'Periksa 12 angka nomor pelanggan pada rekening.', en: 'Check the 12 digits on the bill.' },
    safeToRetry: false,
    audience: ['bank', 'staff', 'public'],
  },
  'customer.duplicate': {
    status: 409,
    title: { id: 'Pelanggan sudah terdaftar', en: 'Customer already registered' },
    cause: {
      id: 'NIK atau nomor meter ini sudah terdaftar pada pelanggan lain.',
      en: 'The identity number or the meter belongs to another customer.',
    },
    fix: { id: 'Buka pelanggan yang sudah ada.', en: 'Open the existing customer.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'customer.state_conflict': {
    status: 409,
    title: { id: 'Status pelanggan tidak memungkinkan', en: 'Customer state conflict' },
    cause: {
      id: 'Status pelanggan saat ini tidak mengizinkan tindakan tersebut.',
      en: 'The customer’s present state does not allow this.',
    },
    fix: { id: 'Periksa status dan riwayat pelanggan.', en: 'Check the customer’s state and history.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'customer.final_reading_missing': {
    status: 409,
    title: { id: 'Stan akhir belum dibaca', en: 'The final stand was not read' },
    cause: {
      id: 'Meter hanya dilepas dengan stan nyata yang terakhir diverifikasi, agar tidak ada air yang tidak tertagih.',
      en: 'A meter is only taken out with the true stand that was verified last, so that no water is left unbilled.',
    },
    fix: {
      id: 'Catat dan verifikasi stan akhirnya, atau koreksi stan bulan ini, lalu tutup sambungan.',
      en: 'Record and verify the final stand, or correct the stand of this month, then close the connection.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'customer.nobody_moves': {
    status: 409,
    title: { id: 'Tidak ada yang dipindahkan', en: 'Nobody moves' },
    cause: {
      id: 'Semua pelanggan yang dipilih sudah berada di rute itu atau sudah ditutup.',
      en: 'Everybody who was chosen is on that route already, or closed.',
    },
    fix: { id: 'Pilih rute lain atau pelanggan lain.', en: 'Choose another route or other customers.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'customer.month_billed': {
    status: 409,
    title: { id: 'Periode itu sudah ditetapkan', en: 'That month is billed already' },
    cause: {
      id: 'Rekening yang sudah terbit tetap di wilayah dan rutenya, agar laporan yang sudah dicetak tidak berubah.',
      en: 'A bill that was issued stays in its region and route, so that no printed report changes.',
    },
    fix: {
      id: 'Mulai perpindahan dari periode yang disebut, atau sisihkan pelanggan yang disebut.',
      en: 'Let the move count from the month that is named, or leave out the customers that are named.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'customer.number_exhausted': {
    status: 409,
    title: { id: 'Nomor pelanggan habis', en: 'Customer numbers exhausted' },
    cause: {
      id: 'Semua nomor urut pada rute ini sudah terpakai.',
      en: 'Every sequence number of this route is taken.',
    },
    fix: { id: 'Buat rute baru di wilayah tersebut.', en: 'Create a new route in the region.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'region.not_found': {
    status: 404,
    title: { id: 'Wilayah tidak ditemukan', en: 'Region not found' },
    cause: {
      id: 'Wilayah ini tidak ada, atau sudah ditutup.',
      en: 'There is no such region, or it was closed.',
    },
    fix: {
      id: 'Periksa daftar wilayah; wilayah yang ditutup dapat dibuka kembali.',
      en: 'Check the list of regions; one that was closed can be opened again.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'region.duplicate': {
    status: 409,
    title: { id: 'Kode wilayah sudah dipakai', en: 'Region code taken' },
    cause: { id: 'Kode wilayah atau rute sudah ada.', en: 'The region or route code exists.' },
    fix: { id: 'Pilih kode lain.', en: 'Choose another code.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'region.in_use': {
    status: 409,
    title: { id: 'Wilayah masih dipakai', en: 'Region in use' },
    cause: {
      id: 'Masih ada pelanggan atau rute di wilayah ini.',
      en: 'Customers or routes still belong to this region.',
    },
    fix: { id: 'Pindahkan pelanggan lebih dulu.', en: 'Move the customers first.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'route.not_found': {
    status: 404,
    title: { id: 'Rute tidak ditemukan', en: 'Route not found' },
    cause: { id: 'Rute baca meter ini tidak ada.', en: 'There is no such reading route.' },
    fix: { id: 'Periksa daftar rute di wilayah tersebut.', en: 'Check the region’s routes.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'meter.not_replaceable': {
    status: 409,
    title: { id: 'Meter belum dapat diganti', en: 'The meter cannot be replaced yet' },
    cause: {
      id: 'Tidak ada meter terpasang, catatan dari meter lama masih menunggu verifikasi, atau meter ini belum pernah dibaca sejak penggantian sebelumnya (lihat reason).',
      en: 'There is no meter in place, a reading of the old meter waits for verification, or the meter was never read since the replacement before (see reason).',
    },
    fix: {
      id: 'Verifikasi catatan yang terbuka, atau catat meter yang terpasang lebih dulu.',
      en: 'Verify the open reading, or read the meter in place first.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'meter.counted': {
    status: 409,
    title: { id: 'Meter ini sudah dipakai menghitung', en: 'The meter has counted already' },
    cause: {
      id: 'Bacaan meter ini sudah diverifikasi, jadi stan, digit, dan ukurannya menjadi dasar tagihan.',
      en: 'A reading of this meter was verified: its stands, digits and size are the basis of a bill.',
    },
    fix: {
      id: 'Nomor serinya tetap dapat dibetulkan; selain itu catat penggantian meter.',
      en: 'Its serial can still be put right; for anything else record a replacement of the meter.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'meter.unpriced': {
    status: 409,
    title: { id: 'Ukuran meter ini belum punya harga', en: 'No price for a meter of this size' },
    cause: {
      id: 'Tarif golongan pelanggan tidak punya biaya untuk meter ukuran ini, sehingga rekeningnya tidak dapat dihitung.',
      en: 'The tariff of the customer’s category has no charge for a meter of this size, so the bill could not be calculated.',
    },
    fix: {
      id: 'Periksa ukuran meter dan golongannya, atau tambahkan biaya untuk ukuran itu ke tarifnya lebih dulu.',
      en: 'Check the size of the meter and the category, or add a charge for that size to the tariff first.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'pay_point.not_found': {
    status: 404,
    title: { id: 'Titik bayar tidak ditemukan', en: 'Pay point not found' },
    cause: { id: 'Titik bayar ini tidak ada.', en: 'There is no such pay point.' },
    fix: { id: 'Periksa daftar titik bayar.', en: 'Check the list of pay points.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'tariff.not_found': {
    status: 404,
    title: { id: 'Tarif tidak ditemukan', en: 'Tariff not found' },
    cause: {
      id: 'Golongan atau versi tarif ini tidak ada, atau golongannya sudah ditutup.',
      en: 'There is no such category or tariff version, or the category was closed.',
    },
    fix: { id: 'Periksa daftar tarif.', en: 'Check the list of tariffs.' },
    safeToRetry: false,
    audience: ['staff', 'public'],
  },
  'tariff.duplicate': {
    status: 409,
    title: { id: 'Kode tarif sudah dipakai', en: 'Tariff code taken' },
    cause: { id: 'Kode golongan tarif sudah ada.', en: 'The category code exists.' },
    fix: { id: 'Pilih kode lain.', en: 'Choose another code.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'tariff.overlap': {
    status: 409,
    title: { id: 'Masa berlaku tarif bertumpuk', en: 'Tariff validity overlaps' },
    cause: {
      id: 'Usulan lain yang mulai berlaku pada periode yang sama masih menunggu keputusan.',
      en: 'Another proposal that begins in the same period still waits for its decision.',
    },
    fix: {
      id: 'Tunggu keputusannya atau minta pengusulnya menariknya, lalu ajukan lagi.',
      en: 'Wait for its decision, or have whoever proposed it withdraw it, then propose again.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'tariff.in_use': {
    status: 409,
    title: { id: 'Golongan masih dipakai', en: 'The category is in use' },
    cause: {
      id: 'Masih ada pelanggan yang belum ditutup di golongan ini.',
      en: 'Customers who are not closed are still in this category.',
    },
    fix: {
      id: 'Pindahkan mereka ke golongan lain, lalu tutup golongan ini.',
      en: 'Move them to another category, then close this one.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'tariff.period_billed': {
    status: 409,
    title: { id: 'Periode itu sudah ditetapkan', en: 'That period is billed already' },
    cause: {
      id: 'Rekening golongan ini untuk periode itu atau sesudahnya sudah terbit dengan harga lama.',
      en: 'Bills of this category for that period, or a later one, were issued at the old prices.',
    },
    fix: {
      id: 'Mulai dari periode yang disebut. Rekening yang salah harga dikoreksi satu per satu oleh dua orang.',
      en: 'Begin with the period that is named. A bill at a wrong price is corrected by two people.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'tariff.unpriceable': {
    status: 409,
    title: { id: 'Ada meter yang tidak dapat dihitung', en: 'Some meters could not be billed' },
    cause: {
      id: 'Versi ini tidak punya biaya untuk ukuran meter yang dipakai di golongan ini, sehingga rekeningnya tidak dapat dihitung.',
      en: 'This version has no charge for a meter size used in this category, so those bills could not be calculated.',
    },
    fix: {
      id: 'Tambahkan biaya untuk ukuran yang disebut, atau satu biaya untuk semua ukuran.',
      en: 'Add a charge for the sizes that are named, or one for every size.',
    },
    safeToRetry: false,
    audience: ['staff'],
  },
  'tariff.blocks_invalid': {
    status: 422,
    title: { id: 'Blok tarif tidak sah', en: 'Tariff blocks not valid' },
    cause: {
      id: 'Blok harus mulai dari 0, bersambung tanpa celah, dan blok terakhir terbuka.',
      en: 'Blocks must begin at 0, follow one another without a gap, and end open.',
    },
    fix: { id: 'Perbaiki blok yang ditunjuk.', en: 'Correct the blocks pointed at.' },
    safeToRetry: false,
    audience: ['staff'],
  },
  'tariff.immutable': {
    status: 409,
    title: { id: 'Tarif tidak dapat diubah', en: 'Tariff cannot be changed' },
    cause: {
      id: 'Versi yang sudah diajukan atau berlaku tidak dapat diubah.',
      en: 'A version that was proposed or is in force cannot be changed.',
    },
    fix: { id: 'Buat versi baru.', en: 'Create a new version.' },
    safeToRetry: false,
    audience: ['staff'],
  },
} as const satisfies Record<string, ErrorEntry>;
