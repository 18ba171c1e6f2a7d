/** EMVCo merchant-presented tags as QRIS uses them. */
export const TAG = {
  FORMAT: '00',
  INITIATION: '01',
  NATIONAL: '51',
  MCC: '52',
  CURRENCY: '53',
  AMOUNT: '54',
  COUNTRY: '58',
  NAME: '59',
  CITY: '60',
  POSTAL_CODE: '61',
  ADDITIONAL: '62',
  CRC: '63',
} as const;

/** Inside the merchant account templates (26–45 of the acquirer, 51 national). */
export const ACCOUNT_TAG = {
  DOMAIN: '00',
  MPAN: '01',
  MERCHANT_ID: '02',
  NMID: '02',
  CRITERIA: '03',
} as const;

/** Inside tag 62. */
export const ADDITIONAL_TAG = { BILL_NUMBER: '01', REFERENCE_LABEL: '05', TERMINAL_LABEL: '07' } as const;

export const NATIONAL_DOMAIN = 'ID.CO.QRIS.WWW';
export const STATIC_CODE = '11';
export const DYNAMIC_CODE = '12';

/** Rupiah in ISO 4217. */
export const RUPIAH_CURRENCY = '360';

export const NAME_LENGTH = 25;
export const CITY_LENGTH = 15;
export const LABEL_LENGTH = 25;

/** Acquirers sit in 26–45; the standard gives every one of those tags the same shape. */
export function isAcquirerTag(tag: string): boolean {
  return tag >= '26' && tag <= '45';
}
