import { Injectable } from '@nestjs/common';
import { currentStaff } from '../../../../platform/context';
import { Database } from '../../../../platform/database';
import type { FoundDto } from './found.dto';
import { findStatement, FOUND_KINDS, MOST_OF_A_KIND, type FoundKind } from './find-statement';

interface Row {
  readonly kind: FoundKind;
  readonly source: number;
  readonly id: number;
  readonly title: string;
  readonly detail: string | null;
  readonly opens: FoundDto['opens'];
}

@Injectable()
export class FindQueries {
  constructor(private readonly database: Database) {}

  /** What begins like this: of each kind the reader may see at most five, in the order of the kinds. */
  async find(typed: string): Promise<FoundDto[]> {
    const statement = findStatement(typed, currentStaff().permissions);
    if (statement === null) return [];
    const rows = await this.database.list<Row & Record<string, unknown>>(statement.sql, statement.values);
    return FOUND_KINDS.flatMap((kind) => {
      const found = new Map<string, FoundDto>();
      for (const { source: _source, ...row } of rows
        .filter((candidate) => candidate.kind === kind)
        .sort((a, b) => a.source - b.source)) {
        const key = `${row.opens} ${String(row.id)} ${row.title}`;
        if (!found.has(key)) found.set(key, row);
      }
      return [...found.values()].slice(0, MOST_OF_A_KIND);
    });
  }
}
