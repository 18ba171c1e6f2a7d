import { randomBytes } from 'node:crypto';
import { formatRfc3339, signNative } from '@tirtapay/bank-protocol';
import type { Call } from '../support/load';

export interface Credential {
  readonly keyId: string;
  readonly secret: string;
}

/** The same signed call for every contestant: each checks an HMAC, so none wins by checking nothing. */
export function signedPost({ keyId, secret }: Credential, path: string, content: object): Call {
  const body = Buffer.from(JSON.stringify(content));
  const timestamp = formatRfc3339(Date.now());
  const requestId = randomBytes(12).toString('hex');
  return {
    method: 'POST',
    path,
    body,
    headers: {
      'content-type': 'application/json',
      'x-api-key': keyId,
      'x-timestamp': timestamp,
      'x-request-id': requestId,
      'x-signature': signNative(secret, {
        method: 'POST',
        requestTarget: path,
        timestamp,
        requestId,
        rawBody: body,
      }),
    },
  };
}

export function processContent(
  customer: { readonly customerNumber: string; readonly billNumber: string },
  amount: number,
): object {
  return {
    bank_reference: `B-${customer.billNumber}`,
    customer_number: customer.customerNumber,
    bill_numbers: [customer.billNumber],
    amount,
    paid_at: formatRfc3339(Date.now()),
    channel: 'TELLER',
  };
}
