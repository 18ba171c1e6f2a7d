import type { Rupiah } from '../money';
import { crc16 } from './crc16';
import { parseQris } from './parse-qris';
import {
  ACCOUNT_TAG,
  ADDITIONAL_TAG,
  CITY_LENGTH,
  DYNAMIC_CODE,
  LABEL_LENGTH,
  NAME_LENGTH,
  NATIONAL_DOMAIN,
  RUPIAH_CURRENCY,
  TAG,
} from './tags';
import { encodeTlv, type TlvField } from './tlv';

/** Merchant criteria: UMI micro, UKE small, UME medium, UBE large, URE regular. */
export type QrisCriteria = 'UMI' | 'UKE' | 'UME' | 'UBE' | 'URE';

export type DynamicQris = {
  /** Cut to 25 characters. */
  readonly merchantName: string;
  /** Cut to 15 characters. */
  readonly city: string;
  readonly postalCode: string;
  /** `ID` + 13 digits. */
  readonly nmid: string;
  /** Merchant PAN, 18 or 19 digits. */
  readonly mpan: string;
  readonly merchantId?: string;
  readonly criteria: QrisCriteria;
  /** Reverse domain of the acquirer, `ID.CO.BANKSULTRA.WWW`. */
  readonly acquirerDomain: string;
  /** Merchant category; 4900 is utilities. */
  readonly mcc?: string;
  readonly amount: Rupiah;
  readonly billNumber: string;
  readonly referenceLabel: string;
  readonly terminalLabel: string;
};

const PRINTABLE = /^[\x20-\x7e]+$/;

/**
 * A dynamic code for one amount, for the sandbox and for tests. In production the payload comes from the acquirer:
 * a self-made code has no order behind it at the bank, so nobody would be notified by it.
 *
 * Name and city are cut to what EMVCo allows; identifiers are never cut, because a shortened reference is another
 * reference.
 * @throws RangeError for an identifier that does not fit, a character outside printable ASCII, or an amount ≤ 0.
 */
export function buildDynamicQris(details: DynamicQris): string {
  assertDetails(details);
  const merchantId =
    details.merchantId === undefined ? [] : [field(ACCOUNT_TAG.MERCHANT_ID, details.merchantId)];
  return withCrc([
    field(TAG.FORMAT, '01'),
    field(TAG.INITIATION, DYNAMIC_CODE),
    template('26', [
      field(ACCOUNT_TAG.DOMAIN, details.acquirerDomain),
      field(ACCOUNT_TAG.MPAN, details.mpan),
      ...merchantId,
      field(ACCOUNT_TAG.CRITERIA, details.criteria),
    ]),
    template(TAG.NATIONAL, [
      field(ACCOUNT_TAG.DOMAIN, NATIONAL_DOMAIN),
      field(ACCOUNT_TAG.NMID, details.nmid),
      field(ACCOUNT_TAG.CRITERIA, details.criteria),
    ]),
    field(TAG.MCC, details.mcc ?? '4900'),
    field(TAG.CURRENCY, RUPIAH_CURRENCY),
    field(TAG.AMOUNT, String(details.amount)),
    field(TAG.COUNTRY, 'ID'),
    field(TAG.NAME, cut(details.merchantName, NAME_LENGTH)),
    field(TAG.CITY, cut(details.city, CITY_LENGTH)),
    field(TAG.POSTAL_CODE, details.postalCode),
    template(TAG.ADDITIONAL, [
      field(ADDITIONAL_TAG.BILL_NUMBER, details.billNumber),
      field(ADDITIONAL_TAG.REFERENCE_LABEL, details.referenceLabel),
      field(ADDITIONAL_TAG.TERMINAL_LABEL, details.terminalLabel),
    ]),
  ]);
}

/**
 * A static code turned into one for a fixed amount: point of initiation 12, amount right after the currency, new
 * CRC; everything else untouched.
 * @throws RangeError when the payload is not a sound QRIS or the amount is not positive.
 */
export function withAmount(payload: string, amount: Rupiah): string {
  if (amount <= 0) throw new RangeError(`not an amount to pay: ${String(amount)}`);
  const parsed = parseQris(payload);
  if (!parsed.ok) throw new RangeError(`not a QRIS payload: ${parsed.problem}`);
  const fields = parsed.value.fields
    .filter(({ tag }) => tag !== TAG.AMOUNT && tag !== TAG.CRC)
    .flatMap((present) => {
      if (present.tag === TAG.INITIATION) return [field(TAG.INITIATION, DYNAMIC_CODE)];
      if (present.tag === TAG.CURRENCY) return [present, field(TAG.AMOUNT, String(amount))];
      return [present];
    });
  return withCrc(fields);
}

function assertDetails(details: DynamicQris): void {
  const { amount, nmid, mpan, postalCode, mcc = '4900', billNumber, referenceLabel, terminalLabel } = details;
  const texts = Object.values(details).filter((value) => typeof value === 'string');
  const wrong =
    (!texts.every((text) => PRINTABLE.test(text)) && 'characters outside printable ASCII') ||
    (amount <= 0 && `amount ${String(amount)}`) ||
    (!/^ID\d{13}$/.test(nmid) && `NMID ${nmid}`) ||
    (!/^\d{18,19}$/.test(mpan) && `merchant PAN ${mpan}`) ||
    (!/^\d{5}$/.test(postalCode) && `postal code ${postalCode}`) ||
    (!/^\d{4}$/.test(mcc) && `merchant category ${mcc}`) ||
    [billNumber, referenceLabel, terminalLabel].find((label) => label.length > LABEL_LENGTH);
  if (wrong) throw new RangeError(`QRIS cannot carry ${wrong}`);
}

function field(tag: string, value: string): TlvField {
  return { tag, value };
}

function template(tag: string, fields: readonly TlvField[]): TlvField {
  return field(tag, encodeTlv(fields));
}

/** Cutting may leave a trailing space, which scanners show as a blank. */
function cut(text: string, length: number): string {
  return text.slice(0, length).trim();
}

function withCrc(fields: readonly TlvField[]): string {
  const body = `${encodeTlv(fields)}${TAG.CRC}04`;
  return `${body}${crc16(body)}`;
}
