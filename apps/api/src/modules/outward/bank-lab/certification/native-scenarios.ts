import { NATIVE_PATHS } from '@tirtapay/bank-protocol';
import type { Evidence, ObservedCall, ObservedRefusal, Scenario } from './scenario';

type CallTest = (call: ObservedCall, evidence: Evidence) => boolean;

const at = (wanted: string) => (path: string) => path === wanted;
const native = (evidence: Evidence) => evidence.calls.filter(({ protocol }) => protocol === 'NATIVE');

function firstCall(path: string, test: CallTest): Scenario['shownBy'] {
  return (evidence) =>
    native(evidence).find((call) => call.path === path && test(call, evidence))?.requestId ?? null;
}

const succeeded: CallTest = ({ httpStatus }) => httpStatus === 200;
const answered =
  (code: string): CallTest =>
  (call) =>
    call.code === code;

/** A refusal on purpose is only told from a broken signer by the bank having signed rightly as well. */
function refusedOnPurpose(test: (refusal: ObservedRefusal) => boolean): Scenario['shownBy'] {
  return (evidence) =>
    native(evidence).length === 0
      ? null
      : (evidence.refusals.find((refusal) => refusal.protocol === 'NATIVE' && test(refusal))?.requestId ??
        null);
}

const has = ({ problems }: ObservedRefusal, code: string) => problems.some((found) => found.code === code);

const repeatedExactly: CallTest = (call, evidence) =>
  call.httpStatus === 200 &&
  call.replayed &&
  native(evidence).some(
    (first) =>
      !first.replayed &&
      first.path === NATIVE_PATHS.process &&
      first.bankReference === call.bankReference &&
      first.responseBody === call.responseBody,
  );

/** What a bank on the native API has to show before it goes live (docs/bank-api.md). */
export const NATIVE_SCENARIOS: readonly Scenario[] = [
  {
    code: 'native.verify',
    protocol: 'NATIVE',
    title: { id: 'Cek tagihan dijawab', en: 'Bills are inquired' },
    task: {
      id: 'Kirim verify untuk pelanggan uji yang punya tagihan.',
      en: 'Send verify for a test customer with open bills.',
    },
    concerns: at(NATIVE_PATHS.verify),
    shownBy: firstCall(NATIVE_PATHS.verify, succeeded),
    expectsSuccess: true,
  },
  {
    code: 'native.process',
    protocol: 'NATIVE',
    title: { id: 'Pembayaran dibukukan', en: 'A payment is posted' },
    task: {
      id: 'Kirim process dengan inquiry_id dan total_amount dari verify.',
      en: 'Send process with inquiry_id and total_amount of verify.',
    },
    concerns: at(NATIVE_PATHS.process),
    shownBy: firstCall(NATIVE_PATHS.process, (call) => call.httpStatus === 200 && !call.replayed),
    expectsSuccess: true,
  },
  {
    code: 'native.process_repeated',
    protocol: 'NATIVE',
    title: {
      id: 'Pengulangan menghasilkan jawaban yang sama persis',
      en: 'A repetition gets the same answer, byte for byte',
    },
    task: {
      id: 'Ulangi process dengan bank_reference yang sama, X-Request-Id dan X-Timestamp baru.',
      en: 'Repeat process under the same bank_reference with a new X-Request-Id and X-Timestamp.',
    },
    concerns: at(NATIVE_PATHS.process),
    shownBy: firstCall(NATIVE_PATHS.process, repeatedExactly),
    expectsSuccess: false,
  },
  {
    code: 'native.status',
    protocol: 'NATIVE',
    title: { id: 'Status pembayaran ditanyakan', en: 'The status is asked' },
    task: { id: 'Tanyakan status dengan bank_reference tadi.', en: 'Ask status for that bank_reference.' },
    concerns: at(NATIVE_PATHS.status),
    shownBy: firstCall(NATIVE_PATHS.status, succeeded),
    expectsSuccess: true,
  },
  {
    code: 'native.receipt',
    protocol: 'NATIVE',
    title: { id: 'Kwitansi diambil', en: 'The receipt is fetched' },
    task: {
      id: 'Ambil kwitansi (receipt) dengan bank_reference tadi.',
      en: 'Fetch receipt for that bank_reference.',
    },
    concerns: at(NATIVE_PATHS.receipt),
    shownBy: firstCall(NATIVE_PATHS.receipt, succeeded),
    expectsSuccess: true,
  },
  {
    code: 'native.amount_mismatch',
    protocol: 'NATIVE',
    title: { id: 'Jumlah yang salah ditolak', en: 'A wrong amount is refused' },
    task: {
      id: 'Kirim process dengan amount yang bukan total_amount; jawabannya 422 payment.amount_mismatch.',
      en: 'Send process with an amount other than total_amount; the answer is 422 payment.amount_mismatch.',
    },
    concerns: at(NATIVE_PATHS.process),
    shownBy: firstCall(NATIVE_PATHS.process, answered('payment.amount_mismatch')),
    expectsSuccess: false,
  },
  {
    code: 'native.already_paid',
    protocol: 'NATIVE',
    title: { id: 'Tagihan yang sudah lunas ditolak', en: 'A paid bill is refused' },
    task: {
      id: 'Kirim process untuk tagihan yang sama dengan bank_reference lain; jawabannya 409 bill.already_paid.',
      en: 'Send process for the same bill under another bank_reference; the answer is 409 bill.already_paid.',
    },
    concerns: at(NATIVE_PATHS.process),
    shownBy: firstCall(NATIVE_PATHS.process, answered('bill.already_paid')),
    expectsSuccess: false,
  },
  {
    code: 'native.unknown_customer',
    protocol: 'NATIVE',
    title: { id: 'Pelanggan tidak dikenal ditangani', en: 'An unknown customer is handled' },
    task: {
      id: 'Kirim verify dengan nomor yang tidak ada; jawabannya 404 customer.not_found.',
      en: 'Send verify with a number that does not exist; the answer is 404 customer.not_found.',
    },
    concerns: at(NATIVE_PATHS.verify),
    shownBy: firstCall(NATIVE_PATHS.verify, answered('customer.not_found')),
    expectsSuccess: false,
  },
  {
    code: 'native.reversal',
    protocol: 'NATIVE',
    title: { id: 'Pembatalan di hari yang sama', en: 'Reversal on the same day' },
    task: {
      id: 'Batalkan satu pembayaran hari ini lewat /payment/reversal.',
      en: 'Reverse one payment of today.',
    },
    concerns: at(NATIVE_PATHS.reversal),
    shownBy: firstCall(
      NATIVE_PATHS.reversal,
      (call) => call.httpStatus === 200 && /"was_posted":\s*true/.test(call.responseBody ?? ''),
    ),
    expectsSuccess: true,
  },
  {
    code: 'native.bad_signature',
    protocol: 'NATIVE',
    title: { id: 'Tanda tangan yang salah ditolak', en: 'A wrong signature is refused' },
    task: {
      id: 'Kirim satu panggilan dengan X-Signature yang sengaja salah; jawabannya 401.',
      en: 'Send one call with a deliberately wrong X-Signature; the answer is 401.',
    },
    concerns: () => false,
    shownBy: refusedOnPurpose((refusal) => has(refusal, 'SIGNATURE')),
    expectsSuccess: false,
  },
  {
    code: 'native.old_timestamp',
    protocol: 'NATIVE',
    title: { id: 'Waktu yang sudah lewat ditolak', en: 'An old timestamp is refused' },
    task: {
      id: 'Kirim satu panggilan bertanda tangan benar dengan X-Timestamp lebih dari 5 menit lalu; jawabannya 401.',
      en: 'Send one rightly signed call with an X-Timestamp older than 5 minutes; the answer is 401.',
    },
    concerns: () => false,
    shownBy: refusedOnPurpose((refusal) => has(refusal, 'TIMESTAMP_SKEW') && !has(refusal, 'SIGNATURE')),
    expectsSuccess: false,
  },
];
