import type { ModuleParts } from '../../../platform/manifest';
import { LedgerAccount } from './entities/account.entity';
import { PostedJournalLine } from './entities/journal-line.entity';
import { Journal } from './entities/journal.entity';
import { keepChartOfAccounts } from './keep-chart-of-accounts';
import { LedgerModule } from './ledger.module';
import { ledgerManifest } from './ledger.manifest';

export const ledger: ModuleParts = {
  manifest: ledgerManifest,
  module: LedgerModule,
  entities: [Journal, LedgerAccount, PostedJournalLine],
  afterMigrating: keepChartOfAccounts,
  laws: [],
};
