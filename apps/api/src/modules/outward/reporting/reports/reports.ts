import { ARREARS_REPORT } from './definitions/arrears.report';
import { COUNTER_DIFFERENCES_REPORT } from './definitions/counter-differences.report';
import { COUNTER_PIECES_REPORT } from './definitions/counter-pieces.report';
import { COUNTER_RECEIPTS_REPORT } from './definitions/counter-receipts.report';
import { COUNTER_SERVICES_REPORT } from './definitions/counter-services.report';
import { PAYMENTS_REPORT } from './definitions/payments.report';
import { PENALTIES_REPORT } from './definitions/penalties.report';
import type { ReportDefinition } from './report';

/** Every report of the house, one line each. */
export const REPORTS: readonly ReportDefinition[] = [
  PAYMENTS_REPORT,
  ARREARS_REPORT,
  PENALTIES_REPORT,
  COUNTER_RECEIPTS_REPORT,
  COUNTER_DIFFERENCES_REPORT,
  COUNTER_PIECES_REPORT,
  COUNTER_SERVICES_REPORT,
];
