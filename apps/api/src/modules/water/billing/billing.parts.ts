import type { ModuleParts } from '../../../platform/manifest';
import { BillingModule } from './billing.module';
import { BilledCharge } from './entities/billed-charge.entity';
import { Charge } from './entities/charge.entity';
import { BillCorrection } from './entities/bill-correction.entity';
import { StoredBillLine } from './entities/bill-line.entity';
import { CorrectionNote } from './entities/correction-note.entity';
import { Bill } from './entities/bill.entity';
import { PenaltyHold } from './entities/penalty-hold.entity';
import { IssueRun } from './entities/issue-run.entity';
import { BILLING_LAWS } from './billing.laws';
import { billingManifest } from './billing.manifest';
import { Billing0004 } from './schema/0004-billing';
import { BillKinds0016 } from './schema/0016-bill-kinds';
import { BillCorrections0088 } from './schema/0088-bill-corrections';
import { CorrectedTariff0097 } from './schema/0097-corrected-tariff';
import { PenaltyFree0098 } from './schema/0098-penalty-free';
import { ReturnedCharges0123 } from './schema/0123-returned-charges';
import { HeldPenalties0103 } from './schema/0103-held-penalties';
import { BillsOwedAgain0120 } from './schema/0120-bills-owed-again';
import { Charges0109 } from './schema/0109-charges';
import { CorrectedOpenings0128 } from './schema/0128-corrected-openings';
import { SettledOpenings0142 } from './schema/0142-settled-openings';
import { UnbilledReadings0173 } from './schema/0173-unbilled-readings';
import { PenaltiesCarried0176 } from './schema/0176-penalties-carried';
import { BillsByOwnCategory0228 } from './schema/0228-bills-by-own-category';

export const billing: ModuleParts = {
  manifest: billingManifest,
  module: BillingModule,
  entities: [
    Bill,
    BilledCharge,
    Charge,
    BillCorrection,
    CorrectionNote,
    IssueRun,
    PenaltyHold,
    StoredBillLine,
  ],
  schema: [
    Billing0004,
    BillKinds0016,
    BillCorrections0088,
    CorrectedTariff0097,
    PenaltyFree0098,
    HeldPenalties0103,
    Charges0109,
    CorrectedOpenings0128,
    BillsOwedAgain0120,
    ReturnedCharges0123,
    SettledOpenings0142,
    UnbilledReadings0173,
    PenaltiesCarried0176,
    BillsByOwnCategory0228,
  ],
  laws: [...BILLING_LAWS],
};
