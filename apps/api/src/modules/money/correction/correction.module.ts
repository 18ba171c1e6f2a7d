import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../../ground/approvals';
import { BillingModule } from '../../water/billing';
import { MeterReadingModule } from '../../water/meter-reading';
import { PenaltyModule } from '../../water/penalty';
import { DisputeModule } from '../dispute';
import { PaymentModule } from '../payment';
import { CarryOutCorrection } from './carry-out-correction.service';
import { CorrectionNotesController } from './correction-notes.controller';
import { CorrectionsController } from './corrections.controller';
import { CorrectOpeningBalance } from './correct-opening-balance.service';
import { CorrectionNotes } from './correction-notes.queries';
import { PlanCorrection } from './plan-correction.service';
import { PrintNote } from './print-note.service';
import { ReturnPaidCharge } from './return-paid-charge.service';
import { RequestCorrection } from './request-correction.service';
import { SettleEstimates } from './settle-estimates.service';

@Module({
  imports: [ApprovalsModule, BillingModule, MeterReadingModule, PenaltyModule, PaymentModule, DisputeModule],
  controllers: [CorrectionsController, CorrectionNotesController],
  providers: [
    CorrectOpeningBalance,
    PlanCorrection,
    RequestCorrection,
    CarryOutCorrection,
    SettleEstimates,
    CorrectionNotes,
    PrintNote,
    ReturnPaidCharge,
  ],
})
export class CorrectionModule {}
