import type { BankInstructions } from '../../modules/bank-gateway';

export type DemoBankCode = 'SULTRA' | 'KEDUA';

export interface DemoBank {
  readonly code: DemoBankCode;
  readonly name: string;
  readonly vaPrefix: string;
  readonly keyId: string;
  readonly secret: string;
  readonly instructions: BankInstructions;
}

function instructions(bank: string, app: string, va: string): BankInstructions {
  return {
    TELLER: {
      id: [
        `Datang ke kantor ${bank} atau loket PDAM dengan membawa nomor pelanggan 12 angka.`,
        'Sampaikan kepada petugas: bayar rekening air PDAM.',
        'Petugas menyebutkan nama dan jumlah tagihan. Cocokkan dengan halaman ini.',
        'Bayar sesuai total, lalu simpan struk. Nomor struk berlaku sebagai bukti pembayaran yang sah.',
      ],
      en: [
        `Go to a branch of ${bank} or a PDAM counter with your 12-digit customer number.`,
        'Tell the teller you want to pay a PDAM water bill.',
        'The teller reads out the name and the amount. Compare them with this page.',
        'Pay the total and keep the receipt: its number is your proof of payment.',
      ],
    },
    ATM: {
      id: [
        `Masukkan kartu ${bank} dan PIN.`,
        'Pilih Pembayaran, lalu Air/PDAM, lalu Perumda Air Minum Tirta Anoa.',
        'Ketik nomor pelanggan 12 angka, lalu tekan Benar.',
        'Periksa nama dan jumlah, lalu tekan Ya. Ambil struk.',
      ],
      en: [
        `Insert your ${bank} card and enter the PIN.`,
        'Choose Payment, then Water/PDAM, then Perumda Air Minum Tirta Anoa.',
        'Type the 12-digit customer number and confirm.',
        'Check name and amount, then confirm. Take the receipt.',
      ],
    },
    MOBILE: {
      id: [
        `Buka aplikasi ${app}.`,
        'Pilih Bayar, lalu PDAM, lalu Perumda Air Minum Tirta Anoa.',
        'Masukkan nomor pelanggan 12 angka.',
        'Periksa rincian, lalu masukkan PIN transaksi.',
      ],
      en: [
        `Open the ${app} app.`,
        'Choose Pay, then PDAM, then Perumda Air Minum Tirta Anoa.',
        'Enter the 12-digit customer number.',
        'Check the details and enter your transaction PIN.',
      ],
    },
    VA: {
      id: [
        `Di aplikasi atau ATM ${bank} pilih Virtual Account.`,
        `Masukkan nomor virtual account: ${va} diikuti nomor pelanggan 12 angka.`,
        'Jumlah tampil otomatis. Periksa nama pelanggan, lalu setujui.',
      ],
      en: [
        `In the app or at an ATM of ${bank} choose Virtual Account.`,
        `Enter the virtual account number: ${va} followed by the 12-digit customer number.`,
        'The amount appears by itself. Check the customer name and confirm.',
      ],
    },
    QRIS: {
      id: [
        'Buka aplikasi bank atau dompet digital apa pun yang mendukung QRIS.',
        'Pindai kode QR atau unggah gambarnya dari galeri.',
        'Periksa nama penerima dan jumlah, lalu masukkan PIN.',
      ],
      en: [
        'Open any bank or wallet app that supports QRIS.',
        'Scan the QR code or upload its picture from your gallery.',
        'Check the recipient and the amount, then enter your PIN.',
      ],
    },
  };
}

/** Keys anybody may know: they open a sandbox, and a production start with them in the database is refused. */
export const DEMO_BANKS: readonly DemoBank[] = [
  {
    code: 'SULTRA',
    name: 'Bank Sultra',
    vaPrefix: '13501',
    keyId: 'demo-bank-sultra',
    secret: 'demo-secret-sultra-do-not-use-in-production',
    instructions: instructions('Bank Sultra', 'Bank Sultra Mobile', '13501'),
  },
  {
    code: 'KEDUA',
    name: 'Bank Kedua',
    vaPrefix: '98802',
    keyId: 'demo-bank-kedua',
    secret: 'demo-secret-kedua-do-not-use-in-production',
    instructions: instructions('Bank Kedua', 'Kedua Mobile', '98802'),
  },
];
