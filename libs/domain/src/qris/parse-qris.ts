import type { Rupiah } from '../money';
import { checkFrame, rupiahOfTag54 } from './frame';
import type { QrisProblemCode } from './qris-problem';
import {
  ACCOUNT_TAG,
  ADDITIONAL_TAG,
  DYNAMIC_CODE,
  isAcquirerTag,
  RUPIAH_CURRENCY,
  STATIC_CODE,
  TAG,
} from './tags';
import { decodeTlv, valueOf, type TlvField } from './tlv';

/** Absent fields are null. `fields` keeps every object of the payload in its order. */
export type ParsedQris = {
  readonly initiation: 'STATIC' | 'DYNAMIC';
  readonly merchantName: string;
  readonly city: string;
  readonly postalCode: string | null;
  readonly acquirerDomain: string | null;
  readonly mpan: string | null;
  readonly merchantId: string | null;
  readonly criteria: string | null;
  readonly nmid: string | null;
  readonly mcc: string;
  readonly amount: Rupiah | null;
  readonly billNumber: string | null;
  readonly referenceLabel: string | null;
  readonly terminalLabel: string | null;
  readonly crc: string;
  readonly fields: readonly TlvField[];
};

export type QrisParseResult =
  | { readonly ok: true; readonly value: ParsedQris }
  | { readonly ok: false; readonly problem: QrisProblemCode };

/**
 * What a QRIS payload says. Refuses what cannot be trusted (lengths, CRC, another currency, an amount with sen)
 * and tolerates what real codes do (long names, amounts with `.00`); validateQris says the rest.
 */
export function parseQris(payload: string): QrisParseResult {
  const frame = checkFrame(payload);
  if (!frame.ok) return frame;
  const { fields, crc } = frame;
  const initiation = valueOf(fields, TAG.INITIATION);
  if (initiation !== STATIC_CODE && initiation !== DYNAMIC_CODE) return { ok: false, problem: 'INITIATION' };
  if (valueOf(fields, TAG.CURRENCY) !== RUPIAH_CURRENCY) return { ok: false, problem: 'CURRENCY_NOT_IDR' };
  const written = valueOf(fields, TAG.AMOUNT);
  const amount = written === null ? null : rupiahOfTag54(written);
  if (written !== null && amount === null) return { ok: false, problem: 'AMOUNT_INVALID' };
  const acquirer = decodeTlv(fields.find((field) => isAcquirerTag(field.tag))?.value ?? '') ?? [];
  const national = decodeTlv(valueOf(fields, TAG.NATIONAL) ?? '') ?? [];
  const additional = decodeTlv(valueOf(fields, TAG.ADDITIONAL) ?? '') ?? [];
  return {
    ok: true,
    value: {
      initiation: initiation === STATIC_CODE ? 'STATIC' : 'DYNAMIC',
      merchantName: valueOf(fields, TAG.NAME) ?? '',
      city: valueOf(fields, TAG.CITY) ?? '',
      postalCode: valueOf(fields, TAG.POSTAL_CODE),
      acquirerDomain: valueOf(acquirer, ACCOUNT_TAG.DOMAIN),
      mpan: valueOf(acquirer, ACCOUNT_TAG.MPAN),
      merchantId: valueOf(acquirer, ACCOUNT_TAG.MERCHANT_ID),
      criteria: valueOf(acquirer, ACCOUNT_TAG.CRITERIA) ?? valueOf(national, ACCOUNT_TAG.CRITERIA),
      nmid: valueOf(national, ACCOUNT_TAG.NMID),
      mcc: valueOf(fields, TAG.MCC) ?? '',
      amount,
      billNumber: valueOf(additional, ADDITIONAL_TAG.BILL_NUMBER),
      referenceLabel: valueOf(additional, ADDITIONAL_TAG.REFERENCE_LABEL),
      terminalLabel: valueOf(additional, ADDITIONAL_TAG.TERMINAL_LABEL),
      crc,
      fields,
    },
  };
}
