/** Service codes of the SNAP BI endpoints we host or call (payment-standards §1.1). */
export const SNAP_SERVICES = {
  vaInquiry: '24',
  vaPayment: '25',
  vaStatus: '26',
  createVa: '27',
  updateVa: '28',
  updateVaStatus: '29',
  inquiryVa: '30',
  deleteVa: '31',
  vaReport: '35',
  qrGenerate: '47',
  qrQuery: '51',
  qrNotify: '52',
  accessTokenB2b: '73',
  qrCancel: '77',
  qrRefund: '78',
  /** Not of ASPI, whose services end before it: the file of a day, for banks that hand it out by their host. */
  settlementFile: '99',
} as const;

export type SnapService = (typeof SNAP_SERVICES)[keyof typeof SNAP_SERVICES];

/** Stands for the service in the answer to a path that is none of ours; ASPI numbers real services from 01. */
export const NO_SNAP_SERVICE = '00';

interface SnapCaseEntry {
  readonly http: number;
  readonly case: string;
  /** ASPI's message; `[…]` or `{…}` is a slot for the reason or the field name. */
  readonly message: string;
}

/** Every case ASPI lists: HTTP status, two-digit case code and message (payment-standards §1.6). */
export const SNAP_CASES = {
  successful: { http: 200, case: '00', message: 'Successful' },
  inProgress: { http: 202, case: '00', message: 'Request In Progress' },
  badRequest: { http: 400, case: '00', message: 'Bad Request' },
  invalidFieldFormat: { http: 400, case: '01', message: 'Invalid Field Format {field}' },
  invalidMandatoryField: { http: 400, case: '02', message: 'Invalid Mandatory Field {field}' },
  unauthorized: { http: 401, case: '00', message: 'Unauthorized. [reason]' },
  invalidToken: { http: 401, case: '01', message: 'Invalid Token (B2B)' },
  invalidCustomerToken: { http: 401, case: '02', message: 'Invalid Customer Token' },
  tokenNotFound: { http: 401, case: '03', message: 'Token Not Found (B2B)' },
  customerTokenNotFound: { http: 401, case: '04', message: 'Customer Token Not Found' },
  transactionExpired: { http: 403, case: '00', message: 'Transaction Expired' },
  featureNotAllowed: { http: 403, case: '01', message: 'Feature Not Allowed [reason]' },
  exceedsAmountLimit: { http: 403, case: '02', message: 'Exceeds Transaction Amount Limit' },
  suspectedFraud: { http: 403, case: '03', message: 'Suspected Fraud' },
  activityLimitExceeded: { http: 403, case: '04', message: 'Activity Count Limit Exceeded' },
  doNotHonor: { http: 403, case: '05', message: 'Do Not Honor' },
  featureNotAllowedNow: { http: 403, case: '06', message: 'Feature Not Allowed At This Time. [reason]' },
  cardBlocked: { http: 403, case: '07', message: 'Card Blocked' },
  cardExpired: { http: 403, case: '08', message: 'Card Expired' },
  dormantAccount: { http: 403, case: '09', message: 'Dormant Account' },
  needTokenLimit: { http: 403, case: '10', message: 'Need To Set Token Limit' },
  otpBlocked: { http: 403, case: '11', message: 'OTP Blocked' },
  otpLifetimeExpired: { http: 403, case: '12', message: 'OTP Lifetime Expired' },
  otpSent: { http: 403, case: '13', message: 'OTP Sent To Cardholder' },
  insufficientFunds: { http: 403, case: '14', message: 'Insufficient Funds' },
  transactionNotPermitted: { http: 403, case: '15', message: 'Transaction Not Permitted. [reason]' },
  suspendTransaction: { http: 403, case: '16', message: 'Suspend Transaction' },
  tokenLimitExceeded: { http: 403, case: '17', message: 'Token Limit Exceeded' },
  inactiveAccount: { http: 403, case: '18', message: 'Inactive Card/Account/Customer' },
  merchantBlacklisted: { http: 403, case: '19', message: 'Merchant Blacklisted' },
  merchantLimitExceeded: { http: 403, case: '20', message: 'Merchant Limit Exceed' },
  setLimitNotAllowed: { http: 403, case: '21', message: 'Set Limit Not Allowed' },
  tokenLimitInvalid: { http: 403, case: '22', message: 'Token Limit Invalid' },
  accountLimitExceeded: { http: 403, case: '23', message: 'Account Limit Exceed' },
  invalidTransactionStatus: { http: 404, case: '00', message: 'Invalid Transaction Status' },
  transactionNotFound: { http: 404, case: '01', message: 'Transaction Not Found' },
  invalidRouting: { http: 404, case: '02', message: 'Invalid Routing' },
  bankNotSupported: { http: 404, case: '03', message: 'Bank Not Supported By Switch' },
  transactionCancelled: { http: 404, case: '04', message: 'Transaction Cancelled' },
  merchantNotRegistered: {
    http: 404,
    case: '05',
    message: 'Merchant Is Not Registered For Card Registration Services',
  },
  needOtp: { http: 404, case: '06', message: 'Need To Request OTP' },
  journeyNotFound: { http: 404, case: '07', message: 'Journey Not Found' },
  invalidMerchant: { http: 404, case: '08', message: 'Invalid Merchant' },
  noIssuer: { http: 404, case: '09', message: 'No Issuer' },
  invalidApiTransition: { http: 404, case: '10', message: 'Invalid API Transition' },
  invalidCustomer: {
    http: 404,
    case: '11',
    message: 'Invalid Card/Account/Customer [reason]/Virtual Account',
  },
  invalidBill: { http: 404, case: '12', message: 'Invalid Bill/Virtual Account [reason]' },
  invalidAmount: { http: 404, case: '13', message: 'Invalid Amount' },
  paidBill: { http: 404, case: '14', message: 'Paid Bill' },
  invalidOtp: { http: 404, case: '15', message: 'Invalid OTP' },
  partnerNotFound: { http: 404, case: '16', message: 'Partner Not Found' },
  invalidTerminal: { http: 404, case: '17', message: 'Invalid Terminal' },
  // ASPI: for Payment VA the bank takes this one as SUCCESS. Answer it only when the bill is really posted.
  inconsistentRequest: { http: 404, case: '18', message: 'Inconsistent Request' },
  expiredBill: { http: 404, case: '19', message: 'Invalid Bill/Virtual Account' },
  functionNotSupported: { http: 405, case: '00', message: 'Requested Function Is Not Supported' },
  operationNotAllowed: { http: 405, case: '01', message: 'Requested Operation Is Not Allowed' },
  conflict: { http: 409, case: '00', message: 'Conflict' },
  duplicateReference: { http: 409, case: '01', message: 'Duplicate partnerReferenceNo' },
  tooManyRequests: { http: 429, case: '00', message: 'Too Many Requests' },
  generalError: { http: 500, case: '00', message: 'General Error' },
  internalServerError: { http: 500, case: '01', message: 'Internal Server Error' },
  externalServerError: { http: 500, case: '02', message: 'External Server Error' },
  timeout: { http: 504, case: '00', message: 'Timeout' },
} as const satisfies Record<string, SnapCaseEntry>;

export type SnapCase = keyof typeof SNAP_CASES;

/** Status line and the two fields every SNAP answer begins with. */
export interface SnapAnswer {
  readonly http: number;
  readonly responseCode: string;
  readonly responseMessage: string;
}

const MAX_MESSAGE = 150;

/** `HTTP status (3) + service code (2) + case code (2)`, e.g. `4042412`. Throws RangeError for other shapes. */
export function snapCode(http: number, service: string, caseCode: string): string {
  const code = `${String(http)}${service}${caseCode}`;
  if (!/^[1-5]\d{2}$/.test(String(http)) || !/^\d{2}$/.test(service) || !/^\d{2}$/.test(caseCode)) {
    throw new RangeError(`not a SNAP response code: ${code}`);
  }
  return code;
}

/**
 * The answer for a case under the service code of the endpoint that was called (24 and 25 differ). `detail` fills the
 * message's slot and keeps its brackets, as banks print them (`Unauthorized. [Signature]`, `Invalid Field Format
 * {paidAmount}`); without a detail the slot is left out. Messages are cut at 150 characters.
 */
export function snapAnswer(
  name: SnapCase,
  service: SnapService | typeof NO_SNAP_SERVICE,
  detail = '',
): SnapAnswer {
  const entry: SnapCaseEntry = SNAP_CASES[name];
  const message =
    detail === ''
      ? entry.message.replace(/ ?(?:\[reason\]|\{field\})/, '')
      : entry.message.replace(/(?<=\[)reason(?=\])|(?<=\{)field(?=\})/, () => detail);
  return {
    http: entry.http,
    responseCode: snapCode(entry.http, service, entry.case),
    responseMessage: message.slice(0, MAX_MESSAGE),
  };
}
