import type { ModuleParts } from '../../../platform/manifest';
import { BankHoliday } from './entities/bank-holiday.entity';
import { FileMapping } from './entities/file-mapping.entity';
import { SettlementAgreement } from './entities/settlement-agreement.entity';
import { OldDays } from './entities/old-days.entity';
import { Reconciliation } from './entities/reconciliation.entity';
import { ReconciliationEvent } from './entities/reconciliation-event.entity';
import { ReconciliationItem } from './entities/reconciliation-item.entity';
import { StatementEnding } from './entities/statement-ending.entity';
import { StoredFile } from './entities/stored-file.entity';
import { StoredLine } from './entities/stored-line.entity';
import { Withdrawal } from './entities/withdrawal.entity';
import { RECONCILIATION_LAWS } from './laws/reconciliation.laws';
import { reconciliationManifest } from './reconciliation.manifest';
import { ReconciliationModule } from './reconciliation.module';
import { StatementEnds0154 } from './schema/0154-statement-ends';
import { StatementOrder0150 } from './schema/0150-statement-order';
import { Statements0149 } from './schema/0149-statements';
import { BankFile0118 } from './schema/0118-bank-file';
import { ItemsOfPayments0172 } from './schema/0172-items-of-payments';
import { AgreedTerms0201 } from './schema/0201-agreed-terms';
import { OwnMovements0117 } from './schema/0117-own-movements';
import { FileSource0074 } from './schema/0074-file-source';
import { Withdrawals0073 } from './schema/0073-withdrawals';
import { NoStatement0197 } from './schema/0197-no-statement';
import { ReadAgain0196 } from './schema/0196-read-again';
import { Reconciliation0062 } from './schema/0062-reconciliation';

export const reconciliation: ModuleParts = {
  manifest: reconciliationManifest,
  module: ReconciliationModule,
  entities: [
    SettlementAgreement,
    BankHoliday,
    FileMapping,
    StoredFile,
    StoredLine,
    Reconciliation,
    ReconciliationItem,
    ReconciliationEvent,
    OldDays,
    Withdrawal,
    StatementEnding,
  ],
  schema: [
    Reconciliation0062,
    Withdrawals0073,
    FileSource0074,
    OwnMovements0117,
    BankFile0118,
    Statements0149,
    StatementOrder0150,
    StatementEnds0154,
    ItemsOfPayments0172,
    AgreedTerms0201,
    ReadAgain0196,
    NoStatement0197,
  ],
  laws: RECONCILIATION_LAWS,
};
