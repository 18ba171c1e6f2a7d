export { LedgerAccount } from './entities/account.entity';
export { PostedJournalLine } from './entities/journal-line.entity';
export { Journal } from './entities/journal.entity';
export { JournalQueries } from './journal.queries';
export { LedgerModule } from './ledger.module';
export { PostJournals } from './post-journals.service';
