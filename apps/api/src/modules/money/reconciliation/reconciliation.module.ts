import { Module } from '@nestjs/common';
import { OutboundModule } from '../../bank-gateway/outbound';
import { ApprovalsModule } from '../../ground/approvals';
import { LedgerModule } from '../../ground/ledger';
import { PaymentModule } from '../payment';
import { CarryOut } from './actions/carry-out.service';
import { PostFoundMoney } from './actions/found-money';
import { RequestAdjustment } from './actions/request-adjustment.service';
import { WithdrawDecision } from './actions/withdraw-decision.service';
import { AgreeTerms } from './calendar/agree-terms.service';
import { AgreementQueries } from './calendar/agreement.queries';
import { AgreementsController } from './calendar/agreements.controller';
import { EndReconciliation } from './calendar/end-reconciliation.service';
import { SettlementCalendars } from './calendar/settlement-calendars';
import { WaitBehindEnds } from './calendar/wait-behind-ends.service';
import { AgreeOldDays } from './days/agree-old-days.service';
import { CloseDay } from './days/close-day.service';
import { DayQueries } from './days/day.queries';
import { DaysController } from './days/days.controller';
import { OpenDay } from './days/open-day.service';
import { OverviewQueries } from './days/overview.queries';
import { PrintDay } from './days/print-day.service';
import { DeclareAbsence } from './days/declare-absence.service';
import { RefuseLateReversals } from './days/refuse-late-reversals.service';
import { ReconcileDaily } from './days/reconcile-daily.service';
import { FetchFile } from './files/fetch-file.service';
import { FileQueries } from './files/file.queries';
import { FilesController } from './files/files.controller';
import { LetGoOfMovements } from './matching/let-go.service';
import { UploadFile } from './files/upload-file.service';
import { ItemQueries } from './items/item.queries';
import { ItemsController } from './items/items.controller';
import { PrintClaim } from './items/print-claim.service';
import { PostSettlement } from './statements/post-settlement.service';
import { RunAgain } from './matching/run-again.service';
import { RunMatching } from './matching/run-matching.service';

@Module({
  imports: [OutboundModule, ApprovalsModule, LedgerModule, PaymentModule],
  controllers: [DaysController, ItemsController, FilesController, AgreementsController],
  providers: [
    SettlementCalendars,
    WaitBehindEnds,
    PostSettlement,
    AgreeTerms,
    AgreementQueries,
    EndReconciliation,
    OpenDay,
    RunMatching,
    RunAgain,
    UploadFile,
    LetGoOfMovements,
    FetchFile,
    FileQueries,
    ItemQueries,
    PrintClaim,
    PostFoundMoney,
    CarryOut,
    RequestAdjustment,
    WithdrawDecision,
    CloseDay,
    RefuseLateReversals,
    DeclareAbsence,
    AgreeOldDays,
    DayQueries,
    OverviewQueries,
    PrintDay,
    ReconcileDaily,
  ],
})
export class ReconciliationModule {}
