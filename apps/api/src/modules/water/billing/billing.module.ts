import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../../ground/approvals';
import { LedgerModule } from '../../ground/ledger';
import { MeterReadingModule } from '../meter-reading';
import { TariffsModule } from '../tariffs';
import { BillRunQueries } from './bill-run.queries';
import { BillRunWorker } from './bill-run.worker';
import { BillRunsController } from './bill-runs.controller';
import { BillCharge } from './charges/bill-charge.service';
import { CancelCharge } from './charges/cancel-charge.service';
import { ReturnCharge } from './charges/return-charge.service';
import { ChargeCatalogue } from './charges/charge-catalogue.service';
import { ChargesController } from './charges/charges.controller';
import { CarryCorrections } from './carry-corrections.service';
import { CorrectBills } from './correct-bills.service';
import { DraftBills } from './draft-bills.service';
import { HoldPenalty } from './hold-penalty.service';
import { InstalmentBills } from './instalment-bills.service';
import { IssueBills } from './issue-bills.service';
import { IssueFinalBill } from './issue-final-bill.service';
import { HeldDraftsController } from './held-drafts.controller';
import { HoldDraft } from './hold-draft.service';
import { OpeningBills } from './opening-bills.service';
import { StartBillRun } from './start-bill-run.service';

@Module({
  imports: [ApprovalsModule, MeterReadingModule, TariffsModule, LedgerModule],
  controllers: [BillRunsController, HeldDraftsController, ChargesController],
  providers: [
    CarryCorrections,
    CorrectBills,
    DraftBills,
    IssueBills,
    IssueFinalBill,
    OpeningBills,
    InstalmentBills,
    HoldDraft,
    HoldPenalty,
    ChargeCatalogue,
    BillCharge,
    CancelCharge,
    ReturnCharge,
    StartBillRun,
    BillRunWorker,
    BillRunQueries,
  ],
  exports: [
    CorrectBills,
    DraftBills,
    HoldPenalty,
    InstalmentBills,
    IssueBills,
    OpeningBills,
    ReturnCharge,
    BillRunWorker,
  ],
})
export class BillingModule {}
