import { SNAP_SERVICES } from '@tirtapay/bank-protocol';
import type { BilingualText } from '../signature/signature-problem';
import type { Evidence, ObservedCall, Scenario } from './scenario';

export const PATHS = {
  token: '/api/snap/v1.0/access-token/b2b',
  inquiry: '/api/snap/v1.0/transfer-va/inquiry',
  payment: '/api/snap/v1.0/transfer-va/payment',
  status: '/api/snap/v1.0/transfer-va/status',
} as const;

const snap = (evidence: Evidence) => evidence.calls.filter(({ protocol }) => protocol === 'SNAP');

function scenario(
  name: string,
  path: string | null,
  title: BilingualText,
  task: BilingualText,
  shown: (call: ObservedCall, evidence: Evidence) => boolean,
  expectsSuccess = false,
): Scenario {
  return {
    code: `snap.${name}`,
    protocol: 'SNAP',
    title,
    task,
    concerns: (seen) => seen === path,
    shownBy: (evidence) => snap(evidence).find((call) => shown(call, evidence))?.requestId ?? null,
    expectsSuccess,
  };
}

const done = (service: string) => (call: ObservedCall) => call.code === `200${service}00`;
const refused = (caseCode: string) => (call: ObservedCall) =>
  call.code === `404${SNAP_SERVICES.vaPayment}${caseCode}` ||
  call.code === `404${SNAP_SERVICES.vaInquiry}${caseCode}`;

/** Only of a partner in the symmetric mode: the other mode knows no token. */
export const TOKEN_SCENARIO = scenario(
  'token',
  PATHS.token,
  { id: 'SNAP 73: access token diambil', en: 'SNAP 73: an access token is fetched' },
  {
    id: 'Minta access token dengan X-CLIENT-KEY dan tanda tangan RSA.',
    en: 'Ask for an access token with X-CLIENT-KEY and an RSA signature.',
  },
  done(SNAP_SERVICES.accessTokenB2b),
  true,
);

/** What a SNAP BI partner has to show, in the order it usually does. */
export const SNAP_SCENARIOS: readonly Scenario[] = [
  scenario(
    'inquiry',
    PATHS.inquiry,
    { id: 'SNAP 24: inquiry VA dijawab', en: 'SNAP 24: a VA inquiry is answered' },
    {
      id: 'Kirim inquiry untuk pelanggan uji yang punya tagihan.',
      en: 'Send inquiry for a test customer with open bills.',
    },
    done(SNAP_SERVICES.vaInquiry),
    true,
  ),
  scenario(
    'payment',
    PATHS.payment,
    { id: 'SNAP 25: pembayaran VA dibukukan', en: 'SNAP 25: a VA payment is posted' },
    {
      id: 'Kirim payment dengan paidAmount dari inquiry.',
      en: 'Send payment with the paidAmount of the inquiry.',
    },
    (call) => done(SNAP_SERVICES.vaPayment)(call) && !call.replayed,
    true,
  ),
  scenario(
    'payment_repeated',
    PATHS.payment,
    { id: 'SNAP 25: pengulangan mendapat hasil semula', en: 'SNAP 25: a repetition gets the first result' },
    {
      id: 'Ulangi payment dengan paymentRequestId yang sama dan X-EXTERNAL-ID baru (flagAdvise Y).',
      en: 'Repeat payment with the same paymentRequestId and a new X-EXTERNAL-ID (flagAdvise Y).',
    },
    (call) => done(SNAP_SERVICES.vaPayment)(call) && call.replayed,
  ),
  scenario(
    'status',
    PATHS.status,
    { id: 'SNAP 26: status ditanyakan', en: 'SNAP 26: the status is asked' },
    { id: 'Tanyakan status paymentRequestId tadi.', en: 'Ask the status of that paymentRequestId.' },
    done(SNAP_SERVICES.vaStatus),
    true,
  ),
  scenario(
    'amount_mismatch',
    PATHS.payment,
    { id: 'SNAP 25: jumlah yang salah ditolak', en: 'SNAP 25: a wrong amount is refused' },
    {
      id: 'Kirim payment dengan paidAmount yang salah; jawabannya 4042513.',
      en: 'Send payment with a wrong paidAmount; the answer is 4042513.',
    },
    refused('13'),
  ),
  scenario(
    'already_paid',
    PATHS.payment,
    { id: 'SNAP: tagihan lunas ditolak', en: 'SNAP: a paid bill is refused' },
    {
      id: 'Kirim inquiry atau payment untuk tagihan yang sudah lunas; jawabannya 4042414 atau 4042514.',
      en: 'Send inquiry or payment for a paid bill; the answer is 4042414 or 4042514.',
    },
    refused('14'),
  ),
  scenario(
    'unknown_customer',
    PATHS.inquiry,
    { id: 'SNAP 24: pelanggan tidak dikenal ditangani', en: 'SNAP 24: an unknown customer is handled' },
    {
      id: 'Kirim inquiry dengan customerNo yang tidak ada; jawabannya 4042412.',
      en: 'Send inquiry with a customerNo that does not exist; the answer is 4042412.',
    },
    refused('12'),
  ),
  {
    ...scenario(
      'bad_signature',
      null,
      { id: 'SNAP: tanda tangan yang salah ditolak', en: 'SNAP: a wrong signature is refused' },
      {
        id: 'Kirim satu panggilan dengan X-SIGNATURE yang sengaja salah; jawabannya 401xx00.',
        en: 'Send one call with a deliberately wrong X-SIGNATURE; the answer is 401xx00.',
      },
      () => false,
    ),
    // Told from a broken signer by the partner having signed rightly as well.
    shownBy: (evidence) =>
      snap(evidence).length === 0
        ? null
        : (evidence.refusals.find(
            ({ protocol, problems }) =>
              protocol === 'SNAP' && problems.some(({ code }) => code === 'SIGNATURE'),
          )?.requestId ?? null),
  },
];
