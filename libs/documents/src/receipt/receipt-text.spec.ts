import { rupiah } from '@tirtapay/domain';
import fc from 'fast-check';
import { sampleReceipt } from '../../fixtures/sample-receipt';
import type { ReceiptModel } from './receipt-model';
import { RECEIPT_COLUMNS, receiptText } from './receipt-text';

const linesOf = (text: string): string[] => text.split('\n').slice(0, -1);

/** A large customer past the rollover of the meter, above the stamp duty threshold, reversed, second reprint. */
const [oldest] = sampleReceipt.bills;
const reversedCopy: ReceiptModel = {
  ...sampleReceipt,
  copyNumber: 2,
  status: 'REVERSED',
  bills: oldest
    ? [
        {
          ...oldest,
          previousStand: 99_985,
          currentStand: 1_219,
          usageM3: 1_234,
          principal: rupiah(7_200_000),
          penalty: rupiah(50_000),
          total: rupiah(7_250_000),
        },
      ]
    : [],
  billAmount: rupiah(7_250_000),
  stampDuty: rupiah(10_000),
  totalAmount: rupiah(7_262_500),
};

describe('receipt as fixed-width text', () => {
  it('prints a 58 mm roll: 32 columns', () => {
    expect(linesOf(receiptText(sampleReceipt, 32))).toEqual([
      '  Perumda Air Minum Tirta Anoa',
      ' Jl. Ahmad Yani No. 1, Kendari,',
      '       Sulawesi Tenggara',
      '     Telp. (0401) 312-4567',
      '================================',
      ' BUKTI PEMBAYARAN REKENING AIR',
      '             MINUM',
      '================================',
      'No. Kwitansi  : SULTRA-TELLER-',
      '                20260115-000001',
      'No. Pelanggan : 010203000046',
      'Nama          : Rina Kurnia',
      'Alamat        : Jl. Melati No.',
      '                10, Kel. Bende,',
      '                Kec. Kadia, Kota',
      '                Kendari',
      'Gol. Tarif    : RT-1 Rumah',
      '                Tangga',
      '--------------------------------',
      'Periode       : November 2025',
      'Stan Meter    : 1209 s/d 1234',
      'Pemakaian     : 25 m3',
      'Tagihan Air             Rp70.000',
      'Denda                    Rp5.000',
      '',
      'Periode       : Desember 2025',
      'Stan Meter    : 1234 s/d 1262',
      'Pemakaian     : 28 m3',
      'Tagihan Air             Rp81.500',
      '--------------------------------',
      'Jumlah Tagihan         Rp156.500',
      'Biaya Admin              Rp2.500',
      'TOTAL BAYAR            Rp159.000',
      '--------------------------------',
      'Terbilang: seratus lima puluh',
      'sembilan ribu rupiah',
      '--------------------------------',
      'Waktu Bayar   : 15 Januari 2026',
      '                09.29 WITA',
      'Dibukukan     : 15 Januari 2026',
      '                09.30 WITA',
      'Bank          : Bank Sultra',
      'Kanal         : Teller',
      'No. Ref. Bank : BPD/2026-0001',
      '================================',
      '   Kwitansi ini adalah bukti',
      '      pembayaran yang sah.',
      '',
      ' Periksa keaslian kwitansi di:',
      'https://bayar.tirtaanoa.example/',
      '    v/f3Kd9QmZ0xT7bWc2LrVn5A',
    ]);
  });

  it('prints a 80 mm roll: 42 columns', () => {
    expect(linesOf(receiptText(sampleReceipt, 42))).toEqual([
      '       Perumda Air Minum Tirta Anoa',
      ' Jl. Ahmad Yani No. 1, Kendari, Sulawesi',
      '                 Tenggara',
      '          Telp. (0401) 312-4567',
      '==========================================',
      '   BUKTI PEMBAYARAN REKENING AIR MINUM',
      '==========================================',
      'No. Kwitansi  : SULTRA-TELLER-20260115-',
      '                000001',
      'No. Pelanggan : 010203000046',
      'Nama          : Rina Kurnia',
      'Alamat        : Jl. Melati No. 10, Kel.',
      '                Bende, Kec. Kadia, Kota',
      '                Kendari',
      'Gol. Tarif    : RT-1 Rumah Tangga',
      '------------------------------------------',
      'Periode       : November 2025',
      'Stan Meter    : 1209 s/d 1234',
      'Pemakaian     : 25 m3',
      'Tagihan Air                       Rp70.000',
      'Denda                              Rp5.000',
      '',
      'Periode       : Desember 2025',
      'Stan Meter    : 1234 s/d 1262',
      'Pemakaian     : 28 m3',
      'Tagihan Air                       Rp81.500',
      '------------------------------------------',
      'Jumlah Tagihan                   Rp156.500',
      'Biaya Admin                        Rp2.500',
      'TOTAL BAYAR                      Rp159.000',
      '------------------------------------------',
      'Terbilang: seratus lima puluh sembilan',
      'ribu rupiah',
      '------------------------------------------',
      'Waktu Bayar   : 15 Januari 2026 09.29 WITA',
      'Dibukukan     : 15 Januari 2026 09.30 WITA',
      'Bank          : Bank Sultra',
      'Kanal         : Teller',
      'No. Ref. Bank : BPD/2026-0001',
      '==========================================',
      'Kwitansi ini adalah bukti pembayaran yang',
      '                   sah.',
      '',
      '      Periksa keaslian kwitansi di:',
      '    https://bayar.tirtaanoa.example/v/',
      '          f3Kd9QmZ0xT7bWc2LrVn5A',
    ]);
  });

  it('prints a dot-matrix sheet: 80 columns', () => {
    expect(linesOf(receiptText(sampleReceipt, 80))).toEqual([
      '                          Perumda Air Minum Tirta Anoa',
      '                Jl. Ahmad Yani No. 1, Kendari, Sulawesi Tenggara',
      '                             Telp. (0401) 312-4567',
      '================================================================================',
      '                      BUKTI PEMBAYARAN REKENING AIR MINUM',
      '================================================================================',
      'No. Kwitansi       : SULTRA-TELLER-20260115-000001',
      'No. Pelanggan      : 010203000046',
      'Nama               : Rina Kurnia',
      'Alamat             : Jl. Melati No. 10, Kel. Bende, Kec. Kadia, Kota Kendari',
      'Gol. Tarif         : RT-1 Rumah Tangga',
      '--------------------------------------------------------------------------------',
      'Periode         Stan Lalu  Stan Kini      m3 Tagihan Air     Denda   Jumlah (Rp)',
      '--------------------------------------------------------------------------------',
      'November 2025        1209       1234      25      70.000     5.000        75.000',
      'Desember 2025        1234       1262      28      81.500         0        81.500',
      '--------------------------------------------------------------------------------',
      '                                            Jumlah Tagihan             Rp156.500',
      '                                            Biaya Admin                  Rp2.500',
      '                                            TOTAL BAYAR                Rp159.000',
      '--------------------------------------------------------------------------------',
      'Terbilang: seratus lima puluh sembilan ribu rupiah',
      '--------------------------------------------------------------------------------',
      'Waktu Bayar        : 15 Januari 2026 09.29 WITA',
      'Dibukukan          : 15 Januari 2026 09.30 WITA',
      'Bank               : Bank Sultra',
      'Kanal              : Teller',
      'No. Ref. Bank      : BPD/2026-0001',
      '================================================================================',
      '                 Kwitansi ini adalah bukti pembayaran yang sah.',
      '',
      '                         Periksa keaslian kwitansi di:',
      '            https://bayar.tirtaanoa.example/v/f3Kd9QmZ0xT7bWc2LrVn5A',
    ]);
  });

  it('marks a reversed reprint and does not claim validity', () => {
    expect(linesOf(receiptText(reversedCopy, 42))).toEqual([
      '       Perumda Air Minum Tirta Anoa',
      ' Jl. Ahmad Yani No. 1, Kendari, Sulawesi',
      '                 Tenggara',
      '          Telp. (0401) 312-4567',
      '==========================================',
      '   BUKTI PEMBAYARAN REKENING AIR MINUM',
      '               SALINAN ke-2',
      '            *** DIBATALKAN ***',
      '==========================================',
      'No. Kwitansi  : SULTRA-TELLER-20260115-',
      '                000001',
      'No. Pelanggan : 010203000046',
      'Nama          : Rina Kurnia',
      'Alamat        : Jl. Melati No. 10, Kel.',
      '                Bende, Kec. Kadia, Kota',
      '                Kendari',
      'Gol. Tarif    : RT-1 Rumah Tangga',
      '------------------------------------------',
      'Periode       : November 2025',
      'Stan Meter    : 99985 s/d 1219',
      'Pemakaian     : 1.234 m3',
      'Tagihan Air                    Rp7.200.000',
      'Denda                             Rp50.000',
      '------------------------------------------',
      'Jumlah Tagihan                 Rp7.250.000',
      'Meterai                           Rp10.000',
      'Biaya Admin                        Rp2.500',
      'TOTAL BAYAR                    Rp7.262.500',
      '------------------------------------------',
      'Terbilang: tujuh juta dua ratus enam puluh',
      'dua ribu lima ratus rupiah',
      '------------------------------------------',
      'Waktu Bayar   : 15 Januari 2026 09.29 WITA',
      'Dibukukan     : 15 Januari 2026 09.30 WITA',
      'Bank          : Bank Sultra',
      'Kanal         : Teller',
      'No. Ref. Bank : BPD/2026-0001',
      '==========================================',
      'Pembayaran ini telah dibatalkan. Kwitansi',
      '            ini tidak berlaku.',
      '',
      '      Periksa keaslian kwitansi di:',
      '    https://bayar.tirtaanoa.example/v/',
      '          f3Kd9QmZ0xT7bWc2LrVn5A',
    ]);
  });

  it('falls back to the stacked form when an amount does not fit its column', () => {
    const bills = sampleReceipt.bills.map((bill) => ({ ...bill, penalty: rupiah(1_000_000_000) }));
    const text = receiptText({ ...sampleReceipt, bills }, 80);
    expect(text).not.toContain('Stan Lalu');
    expect(text).toContain('Stan Meter         : 1209 s/d 1234\n');
    expect(text).toMatch(/^Denda {60}Rp1\.000\.000\.000$/m);
  });

  it('prints only printable ASCII, whatever the name holds', () => {
    const name = 'Ré\u202enee\u0000 “Ni” Wayan – 王\u200b\nBaris';
    const text = receiptText({ ...sampleReceipt, customer: { ...sampleReceipt.customer, name } }, 80);
    expect(text).toContain('Nama               : Renee "Ni" Wayan - ? Baris\n');
    expect(text).toMatch(/^[\x20-\x7e\n]*$/);
  });

  it('never prints a line longer than the paper, nor loses a character of a long word', () => {
    const anyModel = fc.record({
      name: fc.string({ unit: 'grapheme', maxLength: 120 }),
      address: fc.string({ maxLength: 200 }),
      bankReference: fc.stringMatching(/^[A-Za-z0-9._/-]{1,64}$/),
      amount: fc.integer({ min: 0, max: 10_000_000_000 }).map(rupiah),
      columns: fc.constantFrom(...RECEIPT_COLUMNS),
    });
    fc.assert(
      fc.property(anyModel, ({ name, address, bankReference, amount, columns }) => {
        const text = receiptText(
          {
            ...sampleReceipt,
            customer: { ...sampleReceipt.customer, name, address },
            bills: sampleReceipt.bills.map((bill) => ({ ...bill, principal: amount, total: amount })),
            totalAmount: amount,
            bankReference,
          },
          columns,
        );
        const lines = linesOf(text);
        expect(Math.max(...lines.map((line) => line.length))).toBe(columns);
        expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
        expect(text.replace(/\s/g, '')).toContain(bankReference);
        expect(text.replace(/\s/g, '')).toContain(sampleReceipt.verificationUrl);
      }),
    );
  });
});

it.each([
  ['KNOWN', /^ *Titipan +Rp50\.000$/m, /sebagai titipan dan belum melunasi tagihan/],
  ['NOBODY', /^ *Ditampung +Rp50\.000$/m, /ditampung sampai pemiliknya diketahui/],
] as const)(
  'money that settled nothing and is kept for %s is called what it is',
  (heldFor, row, sentence) => {
    const heldAmount = rupiah(50_000);
    const text = receiptText({ ...sampleReceipt, bills: [], billAmount: rupiah(0), heldAmount, heldFor }, 80);
    expect(text).toMatch(row);
    expect(text.replaceAll(/\s+/g, ' ')).toMatch(sentence);
    expect(/titipan/i.test(text)).toBe(heldFor === 'KNOWN');
  },
);
