import { Canaries } from '../support/canaries';

/** All that is secret, of this test. */
export const canaries = new Canaries();

/** Whoever typed them expects them nowhere. */
export const PASSWORD = canaries.add('password', 'kenari-7Qx-lampu-biru-31');
export const NEXT_PASSWORD = canaries.add('new password', 'kenari-8Ry-lampu-ungu-42');
export const WRONG_PASSWORD = canaries.add('wrong password', 'kenari-9Sz-lampu-abuabu-53');
export const FORGED_TOKEN = canaries.add('Authorization', 'kenari.forged-bearer-64.kenari');
export const FORGED_COOKIE = canaries.add('cookie', 'kenari-forged-cookie-75-0123456789-ABCDEFGH');
export const FORGED_KEY = canaries.add('API key of nobody', 'kenari-api-key-of-nobody-86');
export const FORGED_SECRET = canaries.add('HMAC secret of nobody', 'kenari-hmac-secret-of-nobody-97');
export const FORGED_CODE = canaries.add('one-time code', 'KENAR-29RST-UVWXY-Z2345');
/** What a caller who signed sent is the evidence of what it sent, also what nobody asked for. */
export const BODY = canaries.add('body', 'kenari-body-nobody-asked-for-08', [
  'payment_transaction.request_body',
]);
export const NIK = canaries.add('NIK', '7471014507880003');
/** What people are called by is kept where it is worked with, and nowhere that is read by others or for ever. */
export const PHONE = canaries.add('phone', '081298761234', [
  'pelanggan.phone',
  'riwayat_pelanggan.before',
  'riwayat_pelanggan.after',
]);
export const EMAIL = canaries.add('e-mail', 'kenari.19@example.id', [
  'pelanggan.email',
  'riwayat_pelanggan.before',
  'riwayat_pelanggan.after',
]);
export const ASKER = canaries.add('contact of an asker', '081377654321', ['kasus.detail']);
export const BUYER = canaries.add('number that is topped up', '081298711117', [
  'transaction_details_pulsa.nomor_hp',
  // Sent again byte for byte to whoever repeats the order.
  'transactions.answer',
]);
/** For fields no refusal may repeat, whatever they are called. */
export const EVERYTHING = {
  password: PASSWORD,
  new_password: NEXT_PASSWORD,
  code: FORGED_CODE,
  token: FORGED_TOKEN,
  secret: FORGED_SECRET,
  api_key: FORGED_KEY,
  nik: NIK,
  phone: PHONE,
  surprise: BODY,
};
