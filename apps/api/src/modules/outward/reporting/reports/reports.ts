import { BILL_REGISTER_REPORT } from './definitions/bill-register.report';
import { PAYMENT_REGISTER_REPORT } from './definitions/payment-register.report';
import { COLLECTION_LIST_REPORT } from './definitions/collection-list.report';
import { PENALTY_REGISTER_REPORT } from './definitions/penalty-register.report';
import { RECEIVABLES_REPORT } from './definitions/receivables.report';
import { READING_REGISTER_REPORT } from './definitions/reading-register.report';
import { ARREARS_REPORT } from './definitions/arrears.report';
import { ARREARS_BY_SHEETS_REPORT } from './definitions/arrears-by-sheets.report';
import { BREAKS_BY_AGE_REPORT } from './definitions/breaks-by-age.report';
import { COLLECTION_PACE_REPORT } from './definitions/collection-pace.report';
import { PAYMENTS_BY_HOUR_REPORT } from './definitions/payments-by-hour.report';
import { TOP_ARREARS_REPORT } from './definitions/top-arrears.report';
import { BANK_FEES_REPORT } from './definitions/bank-fees.report';
import { CONNECTIONS_REPORT } from './definitions/connections.report';
import { CASH_POSITION_REPORT } from './definitions/cash-position.report';
import { COUNTER_DIFFERENCES_REPORT } from './definitions/counter-differences.report';
import { COUNTER_PIECES_REPORT } from './definitions/counter-pieces.report';
import { COUNTER_RECEIPTS_REPORT } from './definitions/counter-receipts.report';
import { COUNTER_SERVICES_REPORT } from './definitions/counter-services.report';
import { CUSTOMER_CARD_REPORT } from './definitions/customer-card.report';
import { DRD_SUMMARY_REPORT } from './definitions/drd-summary.report';
import { DRD_REPORT } from './definitions/drd.report';
import { DSR_REPORT } from './definitions/dsr.report';
import { EFFICIENCY_REPORT } from './definitions/efficiency.report';
import { JOURNAL_REPORT } from './definitions/journal.report';
import { LEDGER_REPORT } from './definitions/ledger.report';
import { LPP_NONWATER_REPORT } from './definitions/lpp-nonwater.report';
import { LPP_REPORT } from './definitions/lpp.report';
import { PAYMENTS_REPORT } from './definitions/payments.report';
import { PENALTIES_REPORT } from './definitions/penalties.report';
import { PENALTY_STATISTICS_REPORT } from './definitions/penalty-statistics.report';
import { PPOB_REPORT } from './definitions/ppob.report';
import { READERS_REPORT } from './definitions/readers.report';
import { RECONCILIATION_REPORT } from './definitions/reconciliation.report';
import { REVENUE_REPORT } from './definitions/revenue.report';
import { TIE_OUT_REPORT } from './definitions/tie-out.report';
import { TRIAL_BALANCE_REPORT } from './definitions/trial-balance.report';
import { UNMEASURED_REPORT } from './definitions/unmeasured.report';
import { UNREAD_REPORT } from './definitions/unread.report';
import { USAGE_REPORT } from './definitions/usage.report';
import { USER_ACTIVITY_REPORT } from './definitions/user-activity.report';
import type { ReportDefinition } from './report';

/** Every report of the house, one line each. */
export const REPORTS: readonly ReportDefinition[] = [
  DRD_REPORT,
  DRD_SUMMARY_REPORT,
  BILL_REGISTER_REPORT,
  USAGE_REPORT,
  UNREAD_REPORT,
  UNMEASURED_REPORT,
  CUSTOMER_CARD_REPORT,
  LPP_REPORT,
  LPP_NONWATER_REPORT,
  REVENUE_REPORT,
  PAYMENTS_REPORT,
  PAYMENTS_BY_HOUR_REPORT,
  PAYMENT_REGISTER_REPORT,
  DSR_REPORT,
  ARREARS_REPORT,
  ARREARS_BY_SHEETS_REPORT,
  TOP_ARREARS_REPORT,
  COLLECTION_LIST_REPORT,
  CONNECTIONS_REPORT,
  EFFICIENCY_REPORT,
  COLLECTION_PACE_REPORT,
  PENALTIES_REPORT,
  PENALTY_STATISTICS_REPORT,
  PENALTY_REGISTER_REPORT,
  TIE_OUT_REPORT,
  RECEIVABLES_REPORT,
  TRIAL_BALANCE_REPORT,
  JOURNAL_REPORT,
  LEDGER_REPORT,
  CASH_POSITION_REPORT,
  RECONCILIATION_REPORT,
  BREAKS_BY_AGE_REPORT,
  BANK_FEES_REPORT,
  COUNTER_RECEIPTS_REPORT,
  COUNTER_DIFFERENCES_REPORT,
  COUNTER_PIECES_REPORT,
  COUNTER_SERVICES_REPORT,
  PPOB_REPORT,
  READERS_REPORT,
  READING_REGISTER_REPORT,
  USER_ACTIVITY_REPORT,
];
