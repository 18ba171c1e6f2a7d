import { padPartnerServiceId } from '@tirtapay/domain';
import { SNAP_SERVICES, snapAnswer, type SnapCase } from '@tirtapay/bank-protocol';
import type { AnsweringService, SnapRefusal } from './snap-refusal';

interface LocalizedText {
  readonly english: string;
  readonly indonesia: string;
}

/** Reasons of refusals about the content of a call; the others (signature, token, our failures) are code and message only. */
const REASONS: Readonly<Partial<Record<SnapCase, LocalizedText>>> = {
  invalidFieldFormat: { english: 'Invalid field format', indonesia: 'Format isian tidak valid' },
  invalidMandatoryField: { english: 'Mandatory field is missing', indonesia: 'Isian wajib belum lengkap' },
  invalidBill: { english: 'Bill not found', indonesia: 'Tagihan tidak ditemukan' },
  paidBill: { english: 'Bill has been paid', indonesia: 'Tagihan telah dibayar' },
  invalidAmount: { english: 'Invalid amount', indonesia: 'Jumlah Tidak Valid' },
  expiredBill: { english: 'Virtual account has expired', indonesia: 'Virtual account sudah kedaluwarsa' },
  conflict: { english: 'X-EXTERNAL-ID was used before', indonesia: 'X-EXTERNAL-ID sudah pernah dipakai' },
  featureNotAllowedNow: { english: 'Cut off in progress', indonesia: 'Sedang tutup buku harian' },
  transactionCancelled: { english: 'Transaction was cancelled', indonesia: 'Transaksi telah dibatalkan' },
  invalidTransactionStatus: { english: 'Under review by the utility', indonesia: 'Sedang ditelaah PDAM' },
  // Banks take this one as success: it is answered only for a payment that stands, and says so.
  inconsistentRequest: { english: 'Success', indonesia: 'Sukses' },
};

const MAX_ECHO = 128;

/**
 * The body of a refusal: code and message, and for a VA inquiry or payment of a caller we know what was asked, with the
 * reason. `asked` is null for a caller we do not know.
 */
export function refusalBody(
  refusal: SnapRefusal,
  service: AnsweringService,
  asked: { readonly body: unknown } | null,
): { http: number; body: Record<string, unknown> } {
  const { http, responseCode, responseMessage } = snapAnswer(refusal.snapCase, service, refusal.detail);
  const reason = REASONS[refusal.snapCase];
  const data =
    reason === undefined || asked === null
      ? null
      : accountData(service, refusal.snapCase, reason, asked.body);
  return {
    http,
    body: { responseCode, responseMessage, ...(data === null ? {} : { virtualAccountData: data }) },
  };
}

function accountData(
  service: AnsweringService,
  snapCase: SnapCase,
  reason: LocalizedText,
  requestBody: unknown,
): Record<string, unknown> | null {
  const status = snapCase === 'inconsistentRequest' ? '00' : '01';
  switch (service) {
    case SNAP_SERVICES.vaInquiry:
      return { inquiryStatus: status, inquiryReason: reason, ...echo(requestBody, 'inquiryRequestId') };
    case SNAP_SERVICES.vaPayment:
      return {
        paymentFlagStatus: status,
        paymentFlagReason: reason,
        ...echo(requestBody, 'paymentRequestId'),
      };
    default:
      return null;
  }
}

/** What the caller sent to name the account and the request, as far as it was text. */
function echo(requestBody: unknown, requestId: string): Record<string, string> {
  const names = ['partnerServiceId', 'customerNo', 'virtualAccountNo', requestId];
  const sent = typeof requestBody === 'object' && requestBody !== null ? Object.entries(requestBody) : [];
  const texts = new Map(
    sent.flatMap(([name, value]: [string, unknown]) =>
      typeof value === 'string' ? [[name, value.slice(0, MAX_ECHO)] as const] : [],
    ),
  );
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = texts.get(name);
      return text === undefined ? [] : [[name, padded(name, text)]];
    }),
  );
}

function padded(name: string, text: string): string {
  return name === 'partnerServiceId' && /^ *\d{1,8} *$/.test(text) ? padPartnerServiceId(text) : text;
}
