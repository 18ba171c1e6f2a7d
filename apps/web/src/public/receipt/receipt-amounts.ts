import type { PublicReceiptDto } from '@tirtapay/api-client';

type RowName = 'principal' | 'penalty' | 'relief' | 'stampDuty' | 'adminFee' | 'totalPaid';

/**
 * The money of a receipt in the order of the invoice format. A bill that asks for less than principal + penalty had
 * a part of its penalty forgiven, which is shown as a line of its own so that the column adds up.
 */
export function receiptAmounts(receipt: PublicReceiptDto): { name: RowName; amount: number }[] {
  const principal = receipt.bills.reduce((sum, bill) => sum + bill.principal, 0);
  const penalty = receipt.bills.reduce((sum, bill) => sum + bill.penalty, 0);
  const relief = receipt.bill_amount - principal - penalty;
  const optional = (name: RowName, amount: number) => (amount === 0 ? [] : [{ name, amount }]);
  return [
    { name: 'principal', amount: principal },
    ...optional('penalty', penalty),
    ...optional('relief', relief),
    ...optional('stampDuty', receipt.stamp_duty),
    { name: 'adminFee', amount: receipt.admin_fee },
    { name: 'totalPaid', amount: receipt.total_amount },
  ];
}
