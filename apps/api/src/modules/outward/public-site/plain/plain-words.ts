import type { ErrorCode } from '@tirtapay/contracts';
import type { CustomerNumberProblem, Language } from '@tirtapay/domain';

/*
 * The words of the pages for browsers without scripts. They say what apps/web/src/i18n/*\/public.json says on the same
 * occasions.
 */

export interface PlainWords {
  readonly title: string;
  readonly sandbox: string;
  readonly otherLanguage: string;
  readonly number: string;
  readonly numberHint: string;
  readonly digits: string;
  readonly digitsWhy: string;
  readonly digitsHint: string;
  readonly submit: string;
  readonly another: string;
  readonly wrong: Readonly<Record<CustomerNumberProblem | 'DIGITS', string>>;
  readonly refused: Readonly<Partial<Record<ErrorCode, string>>>;
  readonly failed: string;
  readonly wait: (seconds: number) => string;
  readonly code: string;
  readonly requestId: string;
  readonly bills: string;
  readonly nothing: string;
  readonly month: string;
  readonly due: string;
  readonly amount: string;
  readonly usage: (m3: string) => string;
  readonly penalty: (amount: string) => string;
  readonly waived: (amount: string, programme: string) => string;
  readonly estimated: string;
  readonly stampDuty: string;
  readonly total: string;
  readonly credit: (amount: string) => string;
  readonly asOf: (moment: string) => string;
  readonly howToPay: string;
  readonly atBank: (number: string) => string;
  readonly bankFee: (fee: string, total: string) => string;
  readonly oldestFirst: string;
  readonly withScripts: string;
  readonly openFull: string;
  readonly help: string;
}

const ID: PlainWords = {
  title: 'Cek tagihan air',
  sandbox: 'UJI COBA – bukan uang sungguhan',
  otherLanguage: 'English',
  number: 'Nomor pelanggan',
  numberHint: '12 angka. Boleh ditempel dengan spasi atau tanda hubung.',
  digits: '4 angka terakhir nomor meter',
  digitsWhy:
    'Banyak nomor pelanggan sedang dicek dari jaringan ini atau di sekitar nomor Anda; mungkin ada yang mencoba-coba nomor pelanggan. Untuk melindungi data Anda, ketik juga angka terakhir nomor meter. Meternya jauh? Tagihan tetap dapat dibayar di bank, ATM, atau loket dengan menyebutkan nomor pelanggan.',
  digitsHint:
    'Tercetak di badan atau tutup meter air; huruf tidak ikut dihitung. Bukan angka stand yang berputar.',
  submit: 'Cek tagihan',
  another: 'Cek nomor lain',
  wrong: {
    CHARACTERS: 'Nomor pelanggan hanya berisi angka. Periksa kembali.',
    LENGTH: 'Nomor pelanggan terdiri dari 12 angka. Periksa kembali.',
    CHECK_DIGIT: 'Ada angka yang keliru atau tertukar. Cocokkan satu per satu dengan rekening Anda.',
    DIGITS: 'Isi tepat 4 angka.',
  },
  refused: {
    'customer.not_found':
      'Nomor pelanggan tidak ditemukan. Cocokkan lagi dengan rekening atau stiker meter. Bila sudah benar, hubungi kantor kami.',
    'request.rate_limited':
      'Terlalu banyak permintaan. Pengecekan dari jaringan internet ini dalam satu menit kami batasi. Tunggu sebentar lalu coba lagi, atau pindah jaringan (misalnya dari Wi-Fi ke data seluler). Tagihan tetap dapat dibayar di bank, ATM, atau loket dengan menyebutkan nomor pelanggan.',
    'public.second_factor_wrong':
      'Angkanya tidak cocok dengan nomor meter. Periksa lagi angka pada badan meter.',
    'public.second_factor_locked':
      'Angka terlalu sering salah. Tunggu dulu, atau bayar di bank atau loket dengan menyebutkan nomor pelanggan.',
  },
  failed: 'Ada gangguan di sistem kami. Bukan kesalahan Anda. Coba beberapa saat lagi.',
  wait: (seconds) =>
    `Silakan coba lagi dalam ${seconds < 120 ? `${String(seconds)} detik` : `${String(Math.ceil(seconds / 60))} menit`}.`,
  code: 'Kode:',
  requestId: 'No. permintaan:',
  bills: 'Tagihan yang belum dibayar',
  nothing: 'Tidak ada tagihan yang harus dibayar. Semua tagihan sudah lunas.',
  month: 'Bulan',
  due: 'jatuh tempo',
  amount: 'Jumlah',
  usage: (m3) => `${m3} m³`,
  penalty: (amount) => `denda ${amount}`,
  waived: (amount, programme) => `denda ${amount} dihapus: ${programme}`,
  estimated: 'taksiran, meter tidak dapat dibaca',
  stampDuty: 'Meterai',
  total: 'Total',
  credit: (amount) =>
    `Anda punya titipan ${amount}. Begitu cukup untuk satu tagihan penuh, tagihan tertua dibayar dengan sendirinya.`,
  asOf: (moment) => `Keadaan ${moment}. Denda dapat bertambah bila lewat jatuh tempo.`,
  howToPay: 'Cara bayar',
  atBank: (number) =>
    `Di loket bank, ATM, atau agen: sebutkan nomor pelanggan ${number}. Petugas melihat tagihan yang sama.`,
  bankFee: (fee, total) => `biaya admin ${fee}, seluruhnya ${total}`,
  oldestFirst: 'Bila belum dapat melunasi semuanya, tagihan terlama dibayar lebih dulu.',
  withScripts:
    'Virtual Account dan QRIS hanya dapat dibuat di peramban yang menjalankan JavaScript. Buka tautan ini di HP atau peramban lain:',
  openFull: 'Buka halaman lengkap',
  help: 'Perlu bantuan?',
};

const EN: PlainWords = {
  title: 'Check your water bill',
  sandbox: 'SANDBOX – no real money',
  otherLanguage: 'Bahasa Indonesia',
  number: 'Customer number',
  numberHint: '12 digits. May be pasted with spaces or dashes.',
  digits: 'Last 4 digits of the meter number',
  digitsWhy:
    'Many customer numbers are being checked from this network or close to yours; somebody may be trying customer numbers one after another. To protect your data, please also type the last digits of your meter number. Not near your meter? The bill can be paid at a bank, an ATM or a counter with the customer number all the same.',
  digitsHint:
    'Printed on the body or the lid of the water meter, letters left out. Not the digits that turn.',
  submit: 'Check bill',
  another: 'Check another number',
  wrong: {
    CHARACTERS: 'A customer number has digits only. Please check it.',
    LENGTH: 'A customer number has 12 digits. Please check it.',
    CHECK_DIGIT: 'A digit is wrong or swapped. Compare them one by one with your bill.',
    DIGITS: 'Type exactly 4 digits.',
  },
  refused: {
    'customer.not_found':
      'No such customer number. Compare it with your bill or the sticker on the meter. If it is right, contact our office.',
    'request.rate_limited':
      'Too many requests. We limit how many checks come from this internet connection within a minute. Wait a moment and try again, or change the connection (from Wi-Fi to mobile data, say). The bill can be paid at a bank, an ATM or a counter with the customer number all the same.',
    'public.second_factor_wrong':
      'The digits do not match the meter number. Check the number on the meter again.',
    'public.second_factor_locked':
      'The digits were wrong too often. Wait a while, or pay at a bank or counter with the customer number.',
  },
  failed: 'Something is wrong on our side. It is not your fault. Please try again in a while.',
  wait: (seconds) =>
    `Please try again in ${seconds < 120 ? `${String(seconds)} seconds` : `${String(Math.ceil(seconds / 60))} minutes`}.`,
  code: 'Code:',
  requestId: 'Request no.:',
  bills: 'Unpaid bills',
  nothing: 'Nothing is owed. All bills are paid.',
  month: 'Month',
  due: 'due',
  amount: 'Amount',
  usage: (m3) => `${m3} m³`,
  penalty: (amount) => `penalty ${amount}`,
  waived: (amount, programme) => `penalty of ${amount} waived: ${programme}`,
  estimated: 'estimated, the meter could not be read',
  stampDuty: 'Stamp duty',
  total: 'Total',
  credit: (amount) =>
    `You have a credit of ${amount}. As soon as it covers a whole bill, the oldest one is paid with it.`,
  asOf: (moment) => `As of ${moment}. Penalties may grow after the due date.`,
  howToPay: 'How to pay',
  atBank: (number) =>
    `At a bank counter, an ATM or an agent: give the customer number ${number}. They see the same bills.`,
  bankFee: (fee, total) => `fee ${fee}, ${total} in all`,
  oldestFirst: 'If you cannot pay everything yet, the oldest bill is paid first.',
  withScripts:
    'Virtual Account and QRIS can be made only in a browser that runs JavaScript. Open this link on a phone or in another browser:',
  openFull: 'Open the full page',
  help: 'Need help?',
};

export const PLAIN_WORDS: Readonly<Record<Language, PlainWords>> = { id: ID, en: EN };
