import type { BankInstructions } from '../../../../api/src/modules/bank-gateway/registry';

interface BankWords {
  readonly bank: string;
  /** The bank's app for phones. */
  readonly app: string;
  /** As other banks list it, with its clearing code where it has one. */
  readonly listed: string;
  readonly agent: string;
}

const BILLER = 'Perumda Air Minum Tirta Anoa';

/** What a payer reads on the public pages, one entry a channel. Every real bank words its own menus. */
export function demoInstructions(words: BankWords): BankInstructions {
  return { ...byCustomerNumber(words), ...byAccount(words), ...byCode() };
}

function byCustomerNumber({ bank, app, agent }: BankWords): BankInstructions {
  return {
    TELLER: {
      id: [
        `Datang ke kantor ${bank} atau loket PDAM dengan membawa nomor pelanggan 12 angka.`,
        'Sampaikan kepada petugas: bayar rekening air PDAM.',
        'Petugas menyebutkan nama dan jumlah tagihan. Cocokkan dengan halaman ini.',
        'Bayar sesuai total, lalu simpan kwitansi. Nomor kwitansi berlaku sebagai bukti pembayaran yang sah.',
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
        `Pilih Pembayaran, lalu Air/PDAM, lalu ${BILLER}.`,
        'Ketik nomor pelanggan 12 angka, lalu tekan Benar.',
        'Periksa nama dan jumlah, lalu tekan Ya. Ambil kwitansi.',
      ],
      en: [
        `Insert your ${bank} card and enter the PIN.`,
        `Choose Payment, then Water/PDAM, then ${BILLER}.`,
        'Type the 12-digit customer number and confirm.',
        'Check name and amount, then confirm. Take the receipt.',
      ],
    },
    MOBILE: {
      id: [
        `Buka aplikasi ${app}.`,
        `Pilih Bayar, lalu PDAM, lalu ${BILLER}.`,
        'Masukkan nomor pelanggan 12 angka.',
        'Periksa rincian, lalu masukkan PIN transaksi.',
      ],
      en: [
        `Open the ${app} app.`,
        `Choose Pay, then PDAM, then ${BILLER}.`,
        'Enter the 12-digit customer number.',
        'Check the details and enter your transaction PIN.',
      ],
    },
    INTERNET: {
      id: [
        `Masuk ke internet banking ${bank}.`,
        `Pilih Pembayaran, lalu PDAM, lalu ${BILLER}.`,
        'Masukkan nomor pelanggan 12 angka.',
        'Periksa nama dan jumlah, lalu setujui dengan kode OTP atau token.',
      ],
      en: [
        `Log in to the internet banking of ${bank}.`,
        `Choose Payment, then PDAM, then ${BILLER}.`,
        'Enter the 12-digit customer number.',
        'Check name and amount, then approve with your OTP or token.',
      ],
    },
    AGENT: {
      id: [
        `Datang ke ${agent} terdekat dengan membawa nomor pelanggan 12 angka.`,
        'Minta agen membayarkan tagihan PDAM, lalu sebutkan nomor pelanggan.',
        'Cocokkan nama dan jumlah yang tampil di perangkat agen dengan halaman ini.',
        'Bayar tunai sesuai total dan minta kwitansi.',
      ],
      en: [
        `Go to the nearest ${agent} with your 12-digit customer number.`,
        'Ask the agent to pay a PDAM bill and give the customer number.',
        "Compare name and amount on the agent's device with this page.",
        'Pay the total in cash and ask for the receipt.',
      ],
    },
  };
}

/** The number on the page is that of the checkout, so no prefix has to be put together by hand. */
function byAccount({ bank, app, listed, agent }: BankWords): BankInstructions {
  return {
    VA_MOBILE: {
      id: [
        `Buka aplikasi ${app} dan masuk.`,
        'Pilih Bayar, lalu Virtual Account.',
        'Tempel nomor virtual account dari halaman ini.',
        'Periksa nama pelanggan dan jumlah. Jumlah terisi sendiri dan tidak dapat diubah.',
        'Masukkan PIN transaksi. Halaman ini berubah menjadi Lunas dengan sendirinya.',
      ],
      en: [
        `Open the ${app} app and log in.`,
        'Choose Pay, then Virtual Account.',
        'Paste the virtual account number from this page.',
        'Check the customer name and the amount. The amount fills itself in and cannot be changed.',
        'Enter your transaction PIN. This page turns to Paid by itself.',
      ],
    },
    VA_ATM: {
      id: [
        `Masukkan kartu ${bank} dan PIN.`,
        'Pilih Transaksi Lain, lalu Pembayaran, lalu Virtual Account.',
        'Ketik nomor virtual account dari halaman ini, lalu tekan Benar.',
        'Periksa nama pelanggan dan jumlah, lalu tekan Ya.',
        'Ambil kwitansi dan kartu Anda.',
      ],
      en: [
        `Insert your ${bank} card and enter the PIN.`,
        'Choose Other Transactions, then Payment, then Virtual Account.',
        'Type the virtual account number from this page and confirm.',
        'Check the customer name and the amount, then confirm.',
        'Take the receipt and your card.',
      ],
    },
    VA_INTERNET: {
      id: [
        `Masuk ke internet banking ${bank}.`,
        'Pilih Pembayaran, lalu Virtual Account.',
        'Isi nomor virtual account dari halaman ini, lalu pilih Lanjut.',
        'Periksa nama pelanggan dan jumlah.',
        'Setujui dengan kode OTP atau token.',
      ],
      en: [
        `Log in to the internet banking of ${bank}.`,
        'Choose Payment, then Virtual Account.',
        'Enter the virtual account number from this page and continue.',
        'Check the customer name and the amount.',
        'Approve with your OTP or token.',
      ],
    },
    VA_TELLER: {
      id: [
        `Datang ke kantor ${bank} pada jam layanan.`,
        'Isi slip setoran: tulis Virtual Account dan nomor dari halaman ini.',
        'Serahkan slip dan uang kepada teller. Teller menyebutkan nama pelanggan dan jumlah.',
        'Simpan bukti setoran.',
      ],
      en: [
        `Go to a branch of ${bank} during opening hours.`,
        'Fill in a deposit slip: write Virtual Account and the number from this page.',
        'Hand slip and money to the teller, who reads out the customer name and the amount.',
        'Keep the deposit receipt.',
      ],
    },
    VA_AGENT: {
      id: [
        `Datang ke ${agent} terdekat.`,
        'Minta agen membayar Virtual Account, lalu tunjukkan nomor di halaman ini.',
        'Cocokkan nama pelanggan dan jumlah, lalu bayar tunai.',
        'Minta kwitansi dari agen.',
      ],
      en: [
        `Go to the nearest ${agent}.`,
        'Ask the agent to pay a Virtual Account and show the number on this page.',
        'Compare the customer name and the amount, then pay in cash.',
        'Ask the agent for the receipt.',
      ],
    },
    VA_OTHER_BANK: {
      id: [
        'Buka aplikasi atau ATM bank Anda, lalu pilih Transfer ke Bank Lain.',
        `Pilih ${listed} sebagai bank tujuan.`,
        'Isi nomor virtual account dari halaman ini sebagai rekening tujuan.',
        'Isi jumlah persis seperti di halaman ini: kurang atau lebih satu rupiah pun akan ditolak.',
        'Pilih transfer online. SKN, RTGS, dan BI-FAST tidak dapat dipakai untuk virtual account.',
        'Periksa nama pelanggan, lalu masukkan PIN. Bank Anda dapat memungut biaya transfer sendiri.',
      ],
      en: [
        "Open your bank's app or go to its ATM and choose Transfer to Another Bank.",
        `Choose ${listed} as the receiving bank.`,
        'Enter the virtual account number from this page as the receiving account.',
        'Enter exactly the amount on this page: one rupiah less or more is refused.',
        'Choose online transfer. SKN, RTGS and BI-FAST do not reach virtual accounts.',
        'Check the customer name and enter your PIN. Your bank may charge a transfer fee of its own.',
      ],
    },
  };
}

function byCode(): BankInstructions {
  return {
    QRIS: {
      id: [
        'Buka aplikasi bank atau dompet digital apa pun yang mendukung QRIS.',
        'Pindai kode QR di halaman ini. Kalau halaman dibuka di ponsel yang sama, simpan gambarnya lalu unggah dari galeri.',
        'Periksa nama penerima dan jumlah. Jumlah terisi sendiri.',
        'Masukkan PIN. Halaman ini berubah menjadi Lunas dengan sendirinya.',
      ],
      en: [
        'Open any bank or wallet app that supports QRIS.',
        'Scan the code on this page. If the page is open on the same phone, save the picture and upload it from your gallery.',
        'Check the recipient and the amount, which fills itself in.',
        'Enter your PIN. This page turns to Paid by itself.',
      ],
    },
  };
}
