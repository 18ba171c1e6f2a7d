import { getPpobInvoice, printPaymentReceipt, printPaymentSlip } from '@tirtapay/api-client';
import { answerOf, AS_FILE } from '../../lib/api';
import type { Paper, Roll } from './printer-settings';
import type { Slip } from './slip';

/** What is printed: the receipt of a payment, or the invoice of a PPOB sale. */
export type Printable = { readonly payment: number } | { readonly sale: number };

/** The document as lines for a roll. Of a receipt every call is a print that is counted. */
export async function slipOf(of: Printable, roll: Roll): Promise<Slip> {
  if ('payment' in of) {
    const slip = await answerOf(
      printPaymentSlip({ path: { id: of.payment }, body: { paper: roll }, throwOnError: true }),
    );
    return { number: slip.receipt_number, text: slip.text, qr: slip.verification_url };
  }
  const text = await answerOf(
    getPpobInvoice({
      path: { id: of.sale },
      query: { columns: roll === '58' ? '32' : '42' },
      headers: { accept: 'text/plain' },
      parseAs: 'text',
      throwOnError: true,
    }),
  );
  return { number: String(of.sale), text, qr: null };
}

/** The document as PDF on a sheet. */
export async function sheetOf(of: Printable, paper: Exclude<Paper, Roll>): Promise<Blob> {
  const pdf =
    'payment' in of
      ? printPaymentReceipt({ path: { id: of.payment }, query: { paper }, ...AS_FILE })
      : getPpobInvoice({ path: { id: of.sale }, headers: { accept: 'application/pdf' }, ...AS_FILE });
  const { data } = await (pdf as Promise<{ data: unknown }>);
  return data as Blob;
}
