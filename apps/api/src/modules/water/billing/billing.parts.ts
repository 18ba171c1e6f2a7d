import type { ModuleParts } from '../../../platform/manifest';
import { BillingModule } from './billing.module';
import { BillCorrection } from './entities/bill-correction.entity';
import { StoredBillLine } from './entities/bill-line.entity';
import { Bill } from './entities/bill.entity';
import { IssueRun } from './entities/issue-run.entity';
import { BILLING_LAWS } from './billing.laws';
import { billingManifest } from './billing.manifest';

export const billing: ModuleParts = {
  manifest: billingManifest,
  module: BillingModule,
  entities: [Bill, BillCorrection, IssueRun, StoredBillLine],
  laws: [...BILLING_LAWS],
};
