/*
 * Scripts that run inside Postman, which brings CryptoJS. They sign the text Postman is about to send, so variables are
 * resolved first.
 */

/** Native API (docs/bank-api.md): HMAC-SHA256 over METHOD ⏎ target ⏎ timestamp ⏎ request id ⏎ hex(sha256(body)). */
export const SIGN_NATIVE = `
const method = pm.request.method.toUpperCase();
const target = pm.variables.replaceIn(pm.request.url.getPathWithQuery());
const body = pm.variables.replaceIn((pm.request.body && pm.request.body.raw) || '');
const timestamp = new Date().toISOString();
const requestId = 'pm-' + Date.now() + '-' + Math.floor(Math.random() * 1e9);
const bodyHash = CryptoJS.SHA256(body).toString(CryptoJS.enc.Hex);
const stringToSign = [method, target, timestamp, requestId, bodyHash].join('\\n');
const secret = pm.variables.get('api_secret');
pm.request.headers.upsert({ key: 'X-Api-Key', value: pm.variables.get('api_key') });
pm.request.headers.upsert({ key: 'X-Timestamp', value: timestamp });
pm.request.headers.upsert({ key: 'X-Request-Id', value: requestId });
pm.request.headers.upsert({
  key: 'X-Signature',
  value: CryptoJS.HmacSHA256(stringToSign, secret).toString(CryptoJS.enc.Base64),
});
`;

/** SNAP BI, symmetric mode: HMAC-SHA512 over METHOD:path:token:hex(sha256(minify(body))):timestamp. */
export const SIGN_SNAP = `
const method = pm.request.method.toUpperCase();
const target = pm.variables.replaceIn(pm.request.url.getPathWithQuery());
const body = pm.variables.replaceIn((pm.request.body && pm.request.body.raw) || '');
// White space outside strings goes, every other character stays: leading spaces of partnerServiceId count.
const minified = body.replace(/("(?:[^"\\\\]|\\\\.)*")|[ \\n\\r\\t]+/g, (_, text) => text || '');
const timestamp = new Date().toISOString();
const token = pm.variables.get('snap_access_token');
const bodyHash = CryptoJS.SHA256(minified).toString(CryptoJS.enc.Hex);
const stringToSign = [method, target, token, bodyHash, timestamp].join(':');
pm.request.headers.upsert({ key: 'Authorization', value: 'Bearer ' + token });
pm.request.headers.upsert({ key: 'X-PARTNER-ID', value: pm.variables.get('snap_partner_id') });
pm.request.headers.upsert({ key: 'CHANNEL-ID', value: pm.variables.get('snap_channel_id') });
pm.request.headers.upsert({ key: 'X-EXTERNAL-ID', value: String(Date.now()) + Math.floor(Math.random() * 1e6) });
pm.request.headers.upsert({ key: 'X-TIMESTAMP', value: timestamp });
pm.request.headers.upsert({
  key: 'X-SIGNATURE',
  value: CryptoJS.HmacSHA512(stringToSign, pm.variables.get('snap_secret')).toString(CryptoJS.enc.Base64),
});
`;

/** What \`process\` needs of the answer to \`verify\`. */
export const AFTER_VERIFY = `
const answer = pm.response.json();
pm.test('bills are open', () => pm.response.to.have.status(200));
if (pm.response.code === 200) {
  pm.collectionVariables.set('inquiry_id', answer.inquiry_id);
  pm.collectionVariables.set('total_amount', String(answer.total_amount));
  pm.collectionVariables.set('bank_reference', 'POSTMAN-' + Date.now());
  pm.collectionVariables.set('paid_at', new Date().toISOString());
}
`;

/** What a SNAP payment needs of the answer to an inquiry. */
export const AFTER_INQUIRY = `
const answer = pm.response.json();
pm.test('the account owes', () => pm.expect(answer.responseCode).to.equal('2002400'));
if (answer.responseCode === '2002400') {
  pm.collectionVariables.set('snap_amount', answer.virtualAccountData.totalAmount.value);
  pm.collectionVariables.set('snap_payment_id', String(Date.now()));
  pm.collectionVariables.set('snap_paid_at', new Date().toISOString());
}
`;
