import type { Permission } from '@tirtapay/domain';

interface SubjectPage {
  readonly to: string;
  readonly access: Permission;
}

/** Where a row of a table is looked at, and who may. */
const PAGES: Readonly<Record<string, readonly [path: string, access: Permission]>> = {
  ketentuan_setelmen: ['/reconciliation/banks', 'reconciliation.read'],
  pelanggan: ['/customers', 'customer.read'],
  pembayaran: ['/payments', 'payment.read'],
  rekonsiliasi: ['/reconciliation/days', 'reconciliation.read'],
  rekonsiliasi_detail: ['/reconciliation/items', 'reconciliation.read'],
  rencana_angsuran: ['/instalments', 'bill.read'],
  tagihan: ['/bills', 'bill.read'],
  transactions: ['/ppob/transactions', 'ppob.read'],
};

/** What receipts bore of stamp duty is asked about by its account, which has a page of its own. */
const STAMP_DUTY = 'akun/2130';

/**
 * The page of what a request is about.
 * @param subject table and id, `tagihan/7`
 * @returns null for what has no page of its own
 */
export function subjectPage(subject: string): SubjectPage | null {
  if (subject === STAMP_DUTY) return { to: '/stamp-duty', access: 'reconciliation.read' };
  const [table = '', id] = subject.split('/');
  const page = PAGES[table];
  return page === undefined || id === undefined ? null : { to: `${page[0]}/${id}`, access: page[1] };
}
