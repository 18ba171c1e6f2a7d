// Signs a call of the native bank API. Node 18 or newer, no packages:
//   node sign.mjs [METHOD REQUEST_TARGET TIMESTAMP REQUEST_ID [BODY]]
// Without arguments: the first test vector.
import { createHash, createHmac } from 'node:crypto';

/** `body` is the exact text or bytes that are sent; an empty string when there is no body. */
export function sign(secret, method, target, timestamp, requestId, body) {
  const bodyHash = createHash('sha256').update(body).digest('hex');
  const stringToSign = [method, target, timestamp, requestId, bodyHash].join('\n');
  return createHmac('sha256', secret).update(stringToSign, 'utf8').digest('base64');
}

const secret = process.env.BANK_API_SECRET ?? 'demo-secret-sultra-do-not-use-in-production';
const given = process.argv.slice(2);
const [method, target, timestamp, requestId, body = ''] =
  given.length > 0
    ? given
    : [
        'POST',
        '/api/v1/payment/verify',
        '2026-01-15T09:30:00+08:00',
        'req-00000001',
        '{"customer_number":"010203000046"}',
      ];
console.log(sign(secret, method, target, timestamp, requestId, body));
