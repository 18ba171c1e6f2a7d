import { NativeBankClient } from '@tirtapay/bank-protocol';
import { productAccess } from './product';

/** The published partner of the demonstration; see docs/ppob.md. */
const KEY = 'demo-partner-ppob';
const SECRET = 'demo-secret-ppob-do-not-use-in-production';

export interface PartnerSale {
  readonly id: number;
  readonly status: string;
  readonly code: string | null;
  readonly invoice: { readonly text: string } | null;
}

/** Sells as the demo partner does, with a body of the specification. */
export async function sellAsPartner(body: object): Promise<PartnerSale> {
  const client = new NativeBankClient({
    baseUrl: productAccess().url,
    keyId: KEY,
    secret: SECRET,
    now: Date.now,
  });
  const answer = await client.send('POST', '/api/v1/ppob/transactions', Buffer.from(JSON.stringify(body)));
  if (answer.status !== 201) throw new Error(`${String(answer.status)} ${answer.rawBody.toString()}`);
  return answer.body as PartnerSale;
}

/** Tells the sandbox supplier what to do with the next orders for this number; others buy there meanwhile. */
export async function supplierFault(kind: string, times: number, customerNo: string): Promise<void> {
  const answer = await fetch(`${productAccess().bankUrl}/control/supplier/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind, times, customer_no: customerNo }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}
