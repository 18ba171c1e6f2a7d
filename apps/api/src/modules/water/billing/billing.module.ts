import { Module } from '@nestjs/common';
import { LedgerModule } from '../../ground/ledger';
import { MeterReadingModule } from '../meter-reading';
import { TariffsModule } from '../tariffs';
import { BillRunQueries } from './bill-run.queries';
import { BillRunWorker } from './bill-run.worker';
import { BillRunsController } from './bill-runs.controller';
import { DraftBills } from './draft-bills.service';
import { IssueBills } from './issue-bills.service';
import { OpeningBills } from './opening-bills.service';
import { StartBillRun } from './start-bill-run.service';

@Module({
  imports: [MeterReadingModule, TariffsModule, LedgerModule],
  controllers: [BillRunsController],
  providers: [DraftBills, IssueBills, OpeningBills, StartBillRun, BillRunWorker, BillRunQueries],
  exports: [DraftBills, IssueBills, OpeningBills, BillRunWorker],
})
export class BillingModule {}
