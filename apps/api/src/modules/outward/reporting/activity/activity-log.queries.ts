import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import {
  dayFilters,
  listAll,
  listPage,
  type ListDefinition,
  type ListParameters,
  type PageOf,
} from '../../../../platform/list';
import type { ActivityDto } from './activity.dto';

interface ActivityRow {
  readonly id: number;
  readonly at: Date;
  readonly actor_kind: string;
  readonly actor_id: number | null;
  readonly actor_name: string | null;
  readonly action: string;
  readonly entity_type: string;
  readonly entity_id: number | null;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly request_id: string | null;
  readonly ip: string | null;
  readonly sealed: boolean;
}

function activityList(zone: string) {
  return {
    from: 'log_aktivitas l',
    select: `l.id, l.at, l.actor_kind, l.actor_id, l.action, l.entity_type, l.entity_id, l.before, l.after,
      l.request_id, host(l.ip) AS ip,
      CASE l.actor_kind WHEN 'USER' THEN (SELECT u.name FROM pengguna u WHERE u.id = l.actor_id)
                        ELSE (SELECT c.name FROM penerima c WHERE c.id = l.actor_id AND l.actor_kind IN ('BANK', 'PARTNER')) END AS actor_name,
      EXISTS (SELECT FROM audit_seal s WHERE s.log_id = l.id) AS sealed`,
    sortable: { at: 'l.at' },
    indexed: ['at'],
    defaultSort: '-at',
    tieBreaker: 'l.id',
    filters: {
      actor_id: { type: 'integer', where: "l.actor_id = $$ AND l.actor_kind = 'USER'" },
      action: { type: 'text', where: 'l.action = $$' },
      entity_type: { type: 'text', where: 'l.entity_type = $$' },
      entity_id: { type: 'integer', where: 'l.entity_id = $$' },
      ...dayFilters('l.at', zone),
    },
    // Each through its own index.
    search: [
      {
        sources: [
          'SELECT s.id FROM log_aktivitas s WHERE s.request_id = $typed',
          { find: 'SELECT s.id FROM log_aktivitas s WHERE s.action LIKE $key', row: 'l.action LIKE $key' },
          {
            find: `SELECT s.id FROM orang o JOIN log_aktivitas s ON s.actor_kind = 'USER' AND s.actor_id = o.id WHERE ' ' || search_form(o.name) LIKE $contains`,
            row: `l.actor_kind = 'USER' AND (SELECT ' ' || search_form(o.name) LIKE $contains FROM orang o WHERE o.id = l.actor_id)`,
          },
        ],
      },
    ],
  } as const satisfies Omit<ListDefinition<ActivityRow, ActivityDto>, 'map'>;
}

/** For the documentation; which zone makes no difference to it. */
export const ACTIVITY_LIST = activityList('UTC');

@Injectable()
export class ActivityLogQueries {
  private readonly list: ListDefinition<ActivityRow, ActivityDto>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.list = { ...activityList(clock.zone), map: (row) => this.toResponse(row) };
  }

  page(parameters: ListParameters): Promise<PageOf<ActivityDto>> {
    return listPage(this.database, this.list, parameters);
  }

  all(parameters: ListParameters): AsyncGenerator<ActivityDto> {
    return listAll(this.database, this.list, parameters);
  }

  private toResponse(row: ActivityRow): ActivityDto {
    return {
      id: row.id,
      at: this.clock.textOf(row.at),
      actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
      action: row.action,
      entity_type: row.entity_type,
      entity_id: row.entity_id,
      before: row.before,
      after: row.after,
      request_id: row.request_id,
      ip: row.ip,
      sealed: row.sealed,
    };
  }
}
