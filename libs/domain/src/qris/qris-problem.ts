export type QrisProblemCode =
  | 'TLV_MALFORMED'
  | 'CRC_MISSING'
  | 'CRC_MISMATCH'
  | 'FORMAT_INDICATOR'
  | 'INITIATION'
  | 'TAG_REPEATED'
  | 'TAG_ORDER'
  | 'MERCHANT_ACCOUNT_MISSING'
  | 'NMID_INVALID'
  | 'MCC_INVALID'
  | 'CURRENCY_NOT_IDR'
  | 'AMOUNT_MISSING'
  | 'AMOUNT_INVALID'
  | 'COUNTRY_NOT_ID'
  | 'NAME_MISSING'
  | 'NAME_TOO_LONG'
  | 'CITY_MISSING'
  | 'CITY_TOO_LONG'
  | 'POSTAL_CODE_INVALID'
  | 'ADDITIONAL_DATA_MALFORMED';

/** An ERROR makes the code unusable; a WARNING breaks the letter of the standard but is met in the wild. */
export type QrisProblem = {
  readonly code: QrisProblemCode;
  readonly severity: 'ERROR' | 'WARNING';
  readonly tag: string | null;
};
