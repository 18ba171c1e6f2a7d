import type { ModuleParts } from '../../../platform/manifest';
import { BankHoliday, FileMapping, SettlementAgreement } from './entities/agreement.entity';
import {
  OldDays,
  Reconciliation,
  ReconciliationEvent,
  ReconciliationItem,
} from './entities/reconciliation.entity';
import { StoredFile, StoredLine } from './entities/settlement-file.entity';
import { RECONCILIATION_LAWS } from './laws/reconciliation.laws';
import { reconciliationManifest } from './reconciliation.manifest';
import { ReconciliationModule } from './reconciliation.module';
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
  ],
  schema: [Reconciliation0062],
  laws: RECONCILIATION_LAWS,
};
