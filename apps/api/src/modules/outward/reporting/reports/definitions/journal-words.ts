import { CHART_OF_ACCOUNTS } from '@tirtapay/domain';
import { choice, words } from '../columns';

/** The accounts of the chart to choose from. */
export const ACCOUNT = choice(
  'account',
  'Akun',
  'Account',
  Object.fromEntries(
    CHART_OF_ACCOUNTS.map(({ code, name }) => [code, words(`${code} ${name.id}`, `${code} ${name.en}`)]),
  ),
);

/** What a journal was written for; an event without a word is told by its code. */
export const JOURNAL_EVENTS = {
  'bill.issued': words('Penetapan rekening', 'Bill issued'),
  'bill.cancelled': words('Pembatalan rekening', 'Bill cancelled'),
  'bill.corrected': words('Koreksi rekening', 'Bill corrected'),
  'bill.replaced': words('Rencana angsuran', 'Instalment plan'),
  'plan.broken': words('Rencana angsuran berakhir', 'Instalment plan ended'),
  'plan.withdrawn': words('Rencana angsuran ditarik', 'Instalment plan withdrawn'),
  'penalty.accrued': words('Denda', 'Penalty'),
  'penalty.waived': words('Pemutihan denda', 'Penalty waived'),
  'waiver.revoked': words('Pemutihan dicabut', 'Waiver revoked'),
  'payment.posted': words('Pembayaran', 'Payment'),
  'payment.reversed': words('Pembatalan pembayaran', 'Reversal'),
  'payment.held': words('Uang diterima, belum melunasi', 'Money held'),
  'credit.applied': words('Titipan dipakai', 'Credit applied'),
  'case.refunded': words('Pengembalian uang', 'Refund'),
  'case.returned': words('Dikembalikan ke bank', 'Returned to the bank'),
  'collector.cutover': words('Peralihan rekening bank', 'Cut-over of a bank'),
  'deposit.top_up_reversed': words('Koreksi setoran deposit mitra', 'Deposit of a partner taken back'),
  'drawer.move_reversed': words('Koreksi mutasi laci', 'Drawer move taken back'),
  'deposit.topped_up': words('Setoran deposit mitra', 'Deposit of a partner'),
  'drawer.floated': words('Modal loket', 'Float of a drawer'),
  'drawer.deposited': words('Setoran loket', 'Takings deposited'),
  'drawer.differed': words('Selisih kas loket', 'Difference of a drawer'),
  'reconciliation.closed': words('Rekonsiliasi ditutup', 'Reconciliation closed'),
  'reconciliation.reopened': words('Rekonsiliasi dibuka lagi', 'Reconciliation reopened'),
  'reconciliation.claimed': words('Klaim kepada bank atau pemasok', 'Claim on a bank or supplier'),
  'reconciliation.claim_withdrawn': words('Klaim ditarik kembali', 'Claim withdrawn'),
  'reconciliation.old_days_agreed': words('Hari sebelum rekonsiliasi', 'Days before reconciliation'),
  'sale.held': words('Penjualan PPOB', 'PPOB sale'),
  'sale.delivered': words('PPOB diserahkan', 'PPOB delivered'),
  'sale.refunded': words('PPOB dikembalikan', 'PPOB refunded'),
  'stamp_duty.paid': words('Setoran bea meterai', 'Stamp duty handed over'),
  'stamp_duty.payment_reversed': words('Pembatalan setoran bea meterai', 'Stamp duty taken back'),
  'supplier.paid': words('Pembayaran pemasok', 'Supplier paid'),
  'supplier.payment_reversed': words('Pembatalan pembayaran pemasok', 'Payment of a supplier taken back'),
};
