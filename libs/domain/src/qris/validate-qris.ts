import { rupiahOfTag54, checkFrame } from './frame';
import type { QrisProblem, QrisProblemCode } from './qris-problem';
import {
  ACCOUNT_TAG,
  CITY_LENGTH,
  DYNAMIC_CODE,
  isAcquirerTag,
  NAME_LENGTH,
  NATIONAL_DOMAIN,
  RUPIAH_CURRENCY,
  STATIC_CODE,
  TAG,
} from './tags';
import { decodeTlv, valueOf, type TlvField } from './tlv';

const error = (code: QrisProblemCode, tag: string | null = null): QrisProblem => ({
  code,
  severity: 'ERROR',
  tag,
});
const warning = (code: QrisProblemCode, tag: string): QrisProblem => ({ code, severity: 'WARNING', tag });

/**
 * Everything wrong with a payload, errors and warnings; a code without errors may be shown and scanned. Names
 * longer than 25 characters and repeated labels exist in codes that are paid every day, hence warnings.
 * A payload whose frame (lengths, CRC) is broken is reported as that alone: its fields mean nothing.
 */
export function validateQris(payload: string): QrisProblem[] {
  const frame = checkFrame(payload);
  if (!frame.ok) return [error(frame.problem, frame.problem === 'TLV_MALFORMED' ? null : TAG.CRC)];
  const { fields } = frame;
  return [
    ...orderProblems(fields),
    ...accountProblems(fields),
    ...amountProblems(fields),
    ...merchantProblems(fields),
  ];
}

function orderProblems(fields: readonly TlvField[]): QrisProblem[] {
  const problems: QrisProblem[] = [];
  const tags = fields.map((field) => field.tag);
  if (fields[0]?.tag !== TAG.FORMAT || fields[0].value !== '01')
    problems.push(error('FORMAT_INDICATOR', TAG.FORMAT));
  const initiation = valueOf(fields, TAG.INITIATION);
  if (initiation !== STATIC_CODE && initiation !== DYNAMIC_CODE)
    problems.push(error('INITIATION', TAG.INITIATION));
  const repeated = tags.find((tag, index) => tags.indexOf(tag) !== index);
  if (repeated !== undefined) problems.push(error('TAG_REPEATED', repeated));
  const misplaced = tags.find((tag, index) => tag < (tags[index - 1] ?? ''));
  if (misplaced !== undefined) problems.push(warning('TAG_ORDER', misplaced));
  return problems;
}

function accountProblems(fields: readonly TlvField[]): QrisProblem[] {
  const problems: QrisProblem[] = [];
  const acquirer = fields.find((field) => isAcquirerTag(field.tag));
  const account = acquirer ? decodeTlv(acquirer.value) : null;
  if (!account || valueOf(account, ACCOUNT_TAG.DOMAIN) === null) {
    problems.push(error('MERCHANT_ACCOUNT_MISSING', acquirer?.tag ?? '26'));
  }
  const national = decodeTlv(valueOf(fields, TAG.NATIONAL) ?? '') ?? [];
  const nmid = valueOf(national, ACCOUNT_TAG.NMID) ?? '';
  if (valueOf(national, ACCOUNT_TAG.DOMAIN) !== NATIONAL_DOMAIN || !/^ID\d{13}$/.test(nmid)) {
    problems.push(error('NMID_INVALID', TAG.NATIONAL));
  }
  if (!/^\d{4}$/.test(valueOf(fields, TAG.MCC) ?? '')) problems.push(error('MCC_INVALID', TAG.MCC));
  return problems;
}

function amountProblems(fields: readonly TlvField[]): QrisProblem[] {
  const problems: QrisProblem[] = [];
  if (valueOf(fields, TAG.CURRENCY) !== RUPIAH_CURRENCY)
    problems.push(error('CURRENCY_NOT_IDR', TAG.CURRENCY));
  const written = valueOf(fields, TAG.AMOUNT);
  if (written !== null && rupiahOfTag54(written) === null) problems.push(error('AMOUNT_INVALID', TAG.AMOUNT));
  // A dynamic code without an amount lets the payer type one, which no bill allows.
  if (written === null && valueOf(fields, TAG.INITIATION) === DYNAMIC_CODE) {
    problems.push(error('AMOUNT_MISSING', TAG.AMOUNT));
  }
  return problems;
}

function merchantProblems(fields: readonly TlvField[]): QrisProblem[] {
  const problems: QrisProblem[] = [];
  const name = valueOf(fields, TAG.NAME);
  const city = valueOf(fields, TAG.CITY);
  const postalCode = valueOf(fields, TAG.POSTAL_CODE);
  const additional = valueOf(fields, TAG.ADDITIONAL);
  if (valueOf(fields, TAG.COUNTRY) !== 'ID') problems.push(error('COUNTRY_NOT_ID', TAG.COUNTRY));
  if (name === null) problems.push(error('NAME_MISSING', TAG.NAME));
  else if (name.length > NAME_LENGTH) problems.push(warning('NAME_TOO_LONG', TAG.NAME));
  if (city === null) problems.push(error('CITY_MISSING', TAG.CITY));
  else if (city.length > CITY_LENGTH) problems.push(warning('CITY_TOO_LONG', TAG.CITY));
  if (postalCode !== null && !/^\d{5}$/.test(postalCode)) {
    problems.push(warning('POSTAL_CODE_INVALID', TAG.POSTAL_CODE));
  }
  if (additional !== null && decodeTlv(additional) === null) {
    problems.push(error('ADDITIONAL_DATA_MALFORMED', TAG.ADDITIONAL));
  }
  return problems;
}
