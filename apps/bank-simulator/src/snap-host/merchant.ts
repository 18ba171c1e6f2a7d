import { buildDynamicQris, luhnCheckDigit, rupiah } from '@tirtapay/domain';

/** `9360` + `0` + 135 (Bank Sultra) + a number of the sandbox; in messages a PAN has 19 digits, the last by Luhn. */
const PAN_BODY = '936001350000000001';

/** The biller as a QRIS merchant. The NMID is a dummy: no real scanner may ever take money for it. */
const MERCHANT = {
  merchantName: 'PERUMDA TIRTA ANOA',
  city: 'KENDARI',
  postalCode: '93111',
  nmid: 'ID1026000000001',
  mpan: `${PAN_BODY}${String(luhnCheckDigit(PAN_BODY))}`,
  merchantId: 'PDAM-SANDBOX',
  criteria: 'URE',
  acquirerDomain: 'ID.CO.BANKSANDBOX.WWW',
} as const;

export const MERCHANT_NAME = MERCHANT.merchantName;

/**
 * The content of a code for one amount: the biller's reference as bill number, ours as reference label, which is what
 * the payer's app hands on. Throws RangeError for a reference that does not fit.
 */
export function qrContent(code: {
  readonly amount: number;
  readonly partnerReferenceNo: string;
  readonly referenceNo: string;
  readonly terminalId: string;
}): string {
  return buildDynamicQris({
    ...MERCHANT,
    amount: rupiah(code.amount),
    billNumber: code.partnerReferenceNo,
    referenceLabel: code.referenceNo,
    terminalLabel: code.terminalId,
  });
}
