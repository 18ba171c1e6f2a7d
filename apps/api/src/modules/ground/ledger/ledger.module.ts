import { Module } from '@nestjs/common';
import { JournalQueries } from './journal.queries';
import { PostJournals } from './post-journals.service';

@Module({ providers: [PostJournals, JournalQueries], exports: [PostJournals, JournalQueries] })
export class LedgerModule {}
