import { ARREARS_REPORT } from './definitions/arrears.report';
import { PAYMENTS_REPORT } from './definitions/payments.report';
import { PENALTIES_REPORT } from './definitions/penalties.report';
import type { ReportDefinition } from './report';

/** Every report of the house, one line each. */
export const REPORTS: readonly ReportDefinition[] = [PAYMENTS_REPORT, ARREARS_REPORT, PENALTIES_REPORT];
