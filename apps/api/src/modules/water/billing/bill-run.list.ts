import { ISSUE_RUN_STATES } from '@tirtapay/domain';
import type { ListDefinition, ListShape } from '../../../platform/list';
import { type BillRunDto } from './dto/bill-run.dto';
import type { RowOf } from '../../../platform/database';
import type { IssueRun } from './entities/issue-run.entity';

type Row = RowOf<IssueRun, Exclude<keyof IssueRun, 'epoch' | 'heartbeatAt'>> & {
  readonly region_name: string | null;
  readonly tariff_code: string | null;
  readonly created_by_name: string | null;
};

export const BILL_RUN_LIST_SHAPE: ListShape = {
  defaultSort: '-id',
  sums: {
    issued: { sql: 'p.issued', kind: 'number' },
    failed: { sql: 'p.failed', kind: 'number' },
    skipped: { sql: 'p.skipped', kind: 'number' },
    amount: { sql: 'p.amount', kind: 'money' },
  },
  search: [
    { expression: 'w.name', match: 'contains' },
    { expression: 't.code', match: 'key' },
    { expression: 'u.name', match: 'contains' },
  ],
  sortable: { id: 'p.id', period: 'p.period', created_at: 'p.created_at', amount: 'p.amount' },
  filters: {
    period: { type: 'period', where: 'p.period = $$' },
    status: { type: 'text', where: 'p.status = ANY ($$)', choices: ISSUE_RUN_STATES, many: true },
  },
};

export function billRunList(text: (epoch: number) => string): ListDefinition<Row, BillRunDto> {
  const instant = (date: Date | null) => (date === null ? null : text(date.getTime()));
  return {
    ...BILL_RUN_LIST_SHAPE,
    from: `penetapan p LEFT JOIN wilayah w ON w.id = p.region_id LEFT JOIN tarif t ON t.id = p.tariff_id
      LEFT JOIN orang u ON u.id = p.created_by`,
    select: `p.id, p.period, p.region_id, p.tariff_id, w.name AS region_name, t.code AS tariff_code, p.status, p.total,
      p.issued, p.failed, p.skipped, p.amount, p.created_by, u.name AS created_by_name, p.created_at, p.started_at,
      p.finished_at, p.failures`,
    defaultSort: '-id',
    tieBreaker: 'p.id',
    map: (row) => ({
      id: row.id,
      period: row.period,
      filter: {
        region_id: row.region_id,
        tariff_id: row.tariff_id,
        region_name: row.region_name,
        tariff_code: row.tariff_code,
      },
      status: row.status,
      total: row.total,
      issued: row.issued,
      failed: row.failed,
      skipped: row.skipped,
      amount: row.amount,
      created_by: row.created_by === null ? null : { id: row.created_by, name: row.created_by_name ?? '' },
      created_at: text(row.created_at.getTime()),
      started_at: instant(row.started_at),
      finished_at: instant(row.finished_at),
      failures: row.failures,
    }),
  };
}
