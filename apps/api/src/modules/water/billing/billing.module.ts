import { Module } from '@nestjs/common';
import { LedgerModule } from '../../ground/ledger';
import { TariffsModule } from '../tariffs';
import { BillRunQueries } from './bill-run.queries';
import { BillRunWorker } from './bill-run.worker';
import { BillRunsController } from './bill-runs.controller';
import { BillQueries } from '../../outward/reporting/bills/bill.queries';
import { BillsController } from '../../outward/reporting/bills/bills.controller';
import { DraftBills } from './draft-bills.service';
import { IssueBills } from './issue-bills.service';
import { StartBillRun } from './start-bill-run.service';

@Module({
  imports: [TariffsModule, LedgerModule],
  controllers: [BillsController, BillRunsController],
  providers: [DraftBills, IssueBills, StartBillRun, BillRunWorker, BillQueries, BillRunQueries],
  exports: [DraftBills, IssueBills, BillRunWorker, BillQueries],
})
export class BillingModule {}
