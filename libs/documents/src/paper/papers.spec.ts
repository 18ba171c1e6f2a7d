import { businessDate, period, rupiah } from '@tirtapay/domain';
import { inflateSync } from 'node:zlib';
import { renderPdf, type PdfDefinition } from '../pdf/render-pdf';
import { correctionNote, type CorrectionNoteModel } from './correction-note';
import { instalmentAgreement } from './instalment-agreement';
import { payOutSlip, type PayOutSlipModel } from './pay-out-slip';

const house = {
  utility: { name: 'Perumda Tirta Contoh', address: 'Jl. Sao-Sao 1', phone: '0401 123' },
  printedAt: Date.parse('2026-01-16T02:00:00Z'),
  zone: 'Asia/Makassar',
};

const stand = (usage: number, water: number) => ({
  previous_stand: 100,
  current_stand: 100 + usage,
  usage_m3: usage,
  water_amount: water,
  fixed_amount: 10_000,
});

const note: CorrectionNoteModel = {
  ...house,
  noteNumber: 'NK-00000012',
  customer: { customerNumber: '010203000046', name: 'Rina Kurnia', address: 'Jl. Ahmad Yani 12' },
  cause: 'READING',
  reason: 'Angka stan salah ketik',
  items: [
    {
      bill_id: 1,
      bill_number: '010203000046202510',
      period: period('2025-10'),
      way: 'ROW',
      before: stand(35, 90_000),
      after: stand(5, 10_000),
      penalty: -2_900,
    },
  ],
  amount: -82_900,
  requestedBy: 'Andi Pratama',
  approvedBy: 'Nur Aisyah',
  createdAt: Date.parse('2026-01-15T02:00:00Z'),
};

const slip: PayOutSlipModel = {
  ...house,
  slipNumber: 'PK-00000031',
  way: 'REFUND',
  amount: rupiah(82_900),
  customer: { customerNumber: '010203000046', name: 'Rina Kurnia' },
  receiptNumber: null,
  bankName: null,
  bankReference: null,
  note: 'Diserahkan di kantor pusat',
  requestedBy: 'Andi Pratama',
  approvedBy: 'Nur Aisyah',
  paidOutAt: Date.parse('2026-01-16T01:00:00Z'),
};

async function wordsOf(definition: PdfDefinition): Promise<string> {
  const raw = (await renderPdf(definition)).toString('latin1');
  const content = [...raw.matchAll(/\/FlateDecode\n>>\nstream\n([\s\S]*?)\nendstream/g)].map((match) =>
    inflateSync(Buffer.from(match[1] ?? '', 'latin1')).toString('latin1'),
  );
  return [...content.join('\n').matchAll(/\[(.*?)\] TJ/g)]
    .map((match) =>
      [...(match[1] ?? '').matchAll(/<([0-9a-f]*)>/g)]
        .map((hex) => Buffer.from(hex[1] ?? '', 'hex').toString('latin1'))
        .join(''),
    )
    .join('')
    .replace(/\s+/g, ' ');
}

test('a correction note says what was asked, what is right, and what becomes of the difference', async () => {
  const words = await wordsOf(correctionNote(note));
  for (const said of [
    'NK-00000012',
    'Oktober 2025',
    'Rp100.000',
    'Rp20.000',
    'Rp2.900',
    'Andi Pratama',
    'Nur Aisyah',
  ])
    expect(words).toContain(said);
  expect(words).toContain('Kelebihan Rp82.900 menjadi titipan pelanggan.');
  expect(await wordsOf(correctionNote({ ...note, amount: 7_500 }))).toContain(
    'Kekurangan Rp7.500 ditagih pada rekening berikutnya.',
  );
  const alone = await wordsOf(
    correctionNote({
      ...note,
      cause: 'CATCH_UP',
      reason: null,
      amount: 0,
      requestedBy: null,
      approvedBy: null,
    }),
  );
  expect(alone).toContain('Jumlah yang ditagih tidak berubah.');
  expect(alone).not.toContain('Diajukan oleh');
});

test('the slip of a refund is signed by who takes it and names both who decided', async () => {
  const words = await wordsOf(payOutSlip(slip));
  for (const said of [
    'BUKTI PENGEMBALIAN UANG KEPADA PELANGGAN',
    'Rp82.900',
    'delapan puluh dua ribu',
    '( Rina Kurnia )',
    '( Nur Aisyah )',
  ])
    expect(words.toLowerCase()).toContain(said.toLowerCase());
  const bank = await wordsOf(
    payOutSlip({
      ...slip,
      way: 'RETURN',
      bankName: 'Bank Sultra',
      bankReference: 'REF-9',
      receiptNumber: 'SULTRA/1',
    }),
  );
  for (const said of ['KE BANK', 'Bank Sultra', 'REF-9', 'Diterima bank']) expect(bank).toContain(said);
});

test('an agreement of instalments says what is owed, when it is paid and what happens otherwise, and is signed', async () => {
  const words = await wordsOf(
    instalmentAgreement({
      ...house,
      planNumber: 'RA-00000007',
      customer: note.customer,
      bills: [
        {
          period: period('2025-10'),
          title: null,
          principal: rupiah(70_000),
          penalty: rupiah(15_000),
          waived: rupiah(10_000),
        },
        {
          period: period('2026-01'),
          title: 'Sambung kembali',
          principal: rupiah(150_000),
          penalty: rupiah(0),
          waived: rupiah(0),
        },
      ],
      instalments: [
        { seq: 1, dueDate: businessDate('2026-01-20'), amount: rupiah(117_500) },
        { seq: 2, dueDate: businessDate('2026-02-20'), amount: rupiah(117_500) },
      ],
      waiverRevocable: rupiah(10_000),
      total: rupiah(235_000),
      graceDays: 7,
      latePolicy: 'Denda angsuran 2026',
      requestedBy: 'Andi Pratama',
      approvedBy: 'Nur Aisyah',
      agreedAt: note.createdAt,
    }),
  );
  for (const said of [
    'SURAT PERNYATAAN ANGSURAN',
    'RA-00000007',
    'Oktober 2025',
    'Sambung kembali',
    'Rp235.000',
    'dua ratus tiga puluh lima ribu',
    'JumlahRp220.000Rp15.000Rp235.000',
    'JumlahRp235.000',
    'Angsuran 2 dari 2',
    '20 Februari 2026',
    'lewat 7 hari',
    'dikurangi pemutihan Rp10.000',
    'menurut kebijakan Denda angsuran 2026',
    '( Rina Kurnia )',
    '( Nur Aisyah )',
  ])
    expect(words.toLowerCase()).toContain(said.toLowerCase());
});
