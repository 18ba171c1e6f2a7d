import { businessDate, periodOfDate, rupiah } from '@tirtapay/domain';
import { receiptSheet, renderPdf, type ReceiptModel } from '@tirtapay/documents';
import { againstLimit, type Line } from './support/report';

const WARM_UP = 50;
const ROUNDS = 5;
const SHEETS = 100;
const LIMIT_MILLISECONDS = 5;

const TOTAL = rupiah(70_000);
const RECEIPT: ReceiptModel = {
  utility: {
    name: 'Perumda Air Minum Tirta Anoa',
    address: 'Jl. Ahmad Yani No. 1, Kendari',
    phone: '0401-000000',
  },
  receiptNumber: 'SULTRA-TELLER-20260115-000001',
  copyNumber: 0,
  status: 'POSTED',
  customer: {
    customerNumber: '010203000046',
    name: 'La Ode Hasan',
    address: 'Jl. Sao-Sao No. 12, Kendari',
    tariffCategory: 'HALSEL-RT1',
  },
  bills: [
    {
      billNumber: '010203000046202512',
      period: periodOfDate(businessDate('2025-12-01')),
      previousStand: 25,
      currentStand: 50,
      usageM3: 25,
      principal: TOTAL,
      penalty: rupiah(0),
      total: TOTAL,
    },
  ],
  billAmount: TOTAL,
  stampDuty: rupiah(0),
  adminFee: rupiah(2_500),
  totalAmount: rupiah(72_500),
  channel: 'TELLER',
  bank: { code: 'SULTRA', name: 'Bank Sultra' },
  bankReference: 'B-1',
  paidAt: Date.UTC(2026, 0, 15, 2),
  postedAt: Date.UTC(2026, 0, 15, 2),
  zone: 'Asia/Makassar',
  verificationUrl: 'http://localhost:3000/bukti/0123456789abcdef01234567',
};

/** P6, first half: a receipt on paper, warm. */
export async function benchReceiptPdf(): Promise<Line[]> {
  console.log(`receipt: ${String(SHEETS)} sheets a round, ${String(ROUNDS)} rounds`);
  for (let sheet = 0; sheet < WARM_UP; sheet += 1) await renderPdf(receiptSheet(RECEIPT));
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    for (let sheet = 0; sheet < SHEETS; sheet += 1) await renderPdf(receiptSheet(RECEIPT));
    times.push((performance.now() - started) / SHEETS);
  }
  return [againstLimit('receipt', 'one sheet, warm', times, LIMIT_MILLISECONDS)];
}
