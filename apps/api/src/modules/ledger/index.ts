export { LedgerModule } from './ledger.module';
export { PostJournals, type JournalToPost } from './post-journals.service';
export { JournalQueries, type BookedLine } from './journal.queries';
export { LedgerAccount } from './entities/account.entity';
export { Journal } from './entities/journal.entity';
export { PostedJournalLine } from './entities/journal-line.entity';
