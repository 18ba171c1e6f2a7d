import { Injectable } from '@nestjs/common';
import type { BusinessDate } from '@tirtapay/domain';
import { Database } from '../../../platform/database';

/** A line of the books as people read it. */
export interface BookedLine {
  readonly journal_id: number;
  readonly event: string;
  readonly business_date: BusinessDate;
  readonly account: string;
  readonly account_name: string;
  readonly debit: number;
  readonly credit: number;
}

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
