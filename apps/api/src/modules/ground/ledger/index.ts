export { JournalQueries } from './journal.queries';
export { LedgerModule } from './ledger.module';
export { PostJournals } from './post-journals.service';
export { ledger } from './ledger.parts';
