import type { PublicReceiptDto } from '@tirtapay/api-client';
import { receiptAmounts } from './receipt-amounts';

const receipt = (bills: { principal: number; penalty: number }[], parts: Partial<PublicReceiptDto>) =>
  ({ bills, stamp_duty: 0, admin_fee: 2_500, ...parts }) as PublicReceiptDto;

test('the plain receipt has the three lines of the invoice format', () => {
  expect(
    receiptAmounts(
      receipt([{ principal: 40_000, penalty: 0 }], { bill_amount: 40_000, total_amount: 42_500 }),
    ),
  ).toEqual([
    { name: 'principal', amount: 40_000 },
    { name: 'adminFee', amount: 2_500 },
    { name: 'totalPaid', amount: 42_500 },
  ]);
});

test('every further part is a line, and the lines add up to the total', () => {
  const rows = receiptAmounts(
    receipt(
      [
        { principal: 3_000_000, penalty: 100_000 },
        { principal: 2_500_000, penalty: 0 },
      ],
      { bill_amount: 5_550_000, stamp_duty: 10_000, total_amount: 5_562_500 },
    ),
  );
  expect(rows.map((row) => row.name)).toEqual([
    'principal',
    'penalty',
    'relief',
    'stampDuty',
    'adminFee',
    'totalPaid',
  ]);
  const parts = rows.slice(0, -1).reduce((sum, row) => sum + row.amount, 0);
  expect(parts).toBe(rows.at(-1)?.amount);
});
