import { Module } from '@nestjs/common';
import { LedgerModule } from '../../ground/ledger';
import { MeterReadingModule } from '../meter-reading';
import { TariffsModule } from '../tariffs';
import { BillRunQueries } from './bill-run.queries';
import { BillRunWorker } from './bill-run.worker';
import { BillRunsController } from './bill-runs.controller';
import { CarryCorrections } from './carry-corrections.service';
import { CorrectBills } from './correct-bills.service';
import { DraftBills } from './draft-bills.service';
import { HoldPenalty } from './hold-penalty.service';
import { IssueBills } from './issue-bills.service';
import { IssueFinalBill } from './issue-final-bill.service';
import { HeldDraftsController } from './held-drafts.controller';
import { HoldDraft } from './hold-draft.service';
import { OpeningBills } from './opening-bills.service';
import { StartBillRun } from './start-bill-run.service';

@Module({
  imports: [MeterReadingModule, TariffsModule, LedgerModule],
  controllers: [BillRunsController, HeldDraftsController],
  providers: [
    CarryCorrections,
    CorrectBills,
    DraftBills,
    IssueBills,
    IssueFinalBill,
    OpeningBills,
    HoldDraft,
    HoldPenalty,
    StartBillRun,
    BillRunWorker,
    BillRunQueries,
  ],
  exports: [CorrectBills, DraftBills, HoldPenalty, IssueBills, OpeningBills, BillRunWorker],
})
export class BillingModule {}
