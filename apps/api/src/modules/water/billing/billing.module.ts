import { Global, Module } from '@nestjs/common';
import { ApprovalsModule } from '../../ground/approvals';
import { LedgerModule } from '../../ground/ledger';
import { IssuedMonths } from '../customers';
import { MeterReadingModule, TakenOverMonths } from '../meter-reading';
import { TariffBills, TariffsModule } from '../tariffs';
import { BillRunQueries } from './bill-run.queries';
import { BillRunWorker } from './bill-run.worker';
import { BillRunsController } from './bill-runs.controller';
import { BillCharge } from './charges/bill-charge.service';
import { CancelCharge } from './charges/cancel-charge.service';
import { ReturnCharge } from './charges/return-charge.service';
import { ChargeCatalogue } from './charges/charge-catalogue.service';
import { ChargesController } from './charges/charges.controller';
import { BillsOfTariff } from './bills-of-tariff';
import { CarryCorrections } from './carry-corrections.service';
import { CorrectOpening } from './correct-opening.service';
import { CorrectBills } from './correct-bills.service';
import { CorrectSettledBill } from './correct-settled-bill.service';
import { DraftBills } from './draft-bills.service';
import { DraftUnbilled } from './draft-unbilled.service';
import { FollowCategory } from './follow-category';
import { HoldPenalty } from './hold-penalty.service';
import { InstalmentBills } from './instalment-bills.service';
import { IssueBills } from './issue-bills.service';
import { IssueFinalBill } from './issue-final-bill.service';
import { HeldDraftsController } from './held-drafts.controller';
import { HoldDraft } from './hold-draft.service';
import { NewestIssued } from './newest-issued';
import { OpeningBills } from './opening-bills.service';
import { OpeningMonths } from './opening-months';
import { SealedLeft } from './sealed-left.queries';
import { StartBillRun } from './start-bill-run.service';

/** Global, because it answers what lower modules ask: up to which month a customer or a category was billed, and
 * which months were billed by the system before. */
@Global()
@Module({
  imports: [ApprovalsModule, MeterReadingModule, TariffsModule, LedgerModule],
  controllers: [BillRunsController, HeldDraftsController, ChargesController],
  providers: [
    CarryCorrections,
    CorrectBills,
    CorrectOpening,
    CorrectSettledBill,
    DraftBills,
    DraftUnbilled,
    IssueBills,
    IssueFinalBill,
    FollowCategory,
    OpeningBills,
    { provide: TariffBills, useClass: BillsOfTariff },
    { provide: IssuedMonths, useClass: NewestIssued },
    { provide: TakenOverMonths, useClass: OpeningMonths },
    InstalmentBills,
    SealedLeft,
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
    IssuedMonths,
    TakenOverMonths,
    TariffBills,
    CorrectBills,
    CorrectOpening,
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
