import { Injectable } from '@nestjs/common';
import { Database, type RowOf } from '../../../platform/database';
import type { PostedJournalLine } from './entities/journal-line.entity';
import type { Journal } from './entities/journal.entity';
import type { LedgerAccount } from './entities/account.entity';

/** A line of the books as people read it. */
export type BookedLine = RowOf<PostedJournalLine, 'journalId' | 'account' | 'debit' | 'credit'> &
  RowOf<Journal, 'event' | 'businessDate'> & { readonly account_name: LedgerAccount['name'] };

@Injectable()
export class JournalQueries {
  constructor(private readonly database: Database) {}

  /** Every booked line of an entity, oldest journal first. */
  ofEntity(entityType: string, entityId: number): Promise<BookedLine[]> {
    return this.database.screen<BookedLine>(
      `SELECT j.id AS journal_id, j.event, j.business_date, l.account, a.name AS account_name, l.debit, l.credit
       FROM jurnal j JOIN jurnal_baris l ON l.journal_id = j.id JOIN akun a ON a.code = l.account
       WHERE j.entity_type = $1 AND j.entity_id = $2 ORDER BY l.id`,
      [entityType, entityId],
    );
  }
}
