import type { ErrorCode } from './error-code';
import type { ErrorEntry } from './error-entry';
import { authErrors } from './auth-errors';
import { bankErrors } from './bank-errors';
import { billingErrors } from './billing-errors';
import { counterErrors } from './counter-errors';
import { masterDataErrors } from './master-data-errors';
import { paymentErrors } from './payment-errors';
import { ppobErrors } from './ppob-errors';
import { reconciliationErrors } from './reconciliation-errors';
import { requestErrors } from './request-errors';
import { staffErrors } from './staff-errors';
import { stampDutyErrors } from './stamp-duty-errors';
import { takeoverErrors } from './takeover-errors';

/** One entry per code, for the answer itself and for the published catalogue. A code without an entry does not compile. */
export const ERROR_CATALOGUE: Readonly<Record<ErrorCode, ErrorEntry>> = {
  ...requestErrors,
  ...authErrors,
  ...paymentErrors,
  ...billingErrors,
  ...masterDataErrors,
  ...staffErrors,
  ...bankErrors,
  ...ppobErrors,
  ...counterErrors,
  ...reconciliationErrors,
  ...stampDutyErrors,
  ...takeoverErrors,
};
