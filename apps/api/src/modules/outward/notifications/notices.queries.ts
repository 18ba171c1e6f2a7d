import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { currentLanguage, currentStaff } from '../../../platform/context';
import { Database, type RowOf } from '../../../platform/database';
import { listPage, type ListDefinition, type ListParameters, type PageOf } from '../../../platform/list';
import { Problem } from '../../../platform/problem';
import type { NoticeDto } from './dto/notice.dto';
import { noticeWords, type NoticeKind } from './notice-words';
import type { Notice } from './entities/notice.entity';
import type { NoticeReading } from './entities/notice-reading.entity';

type NoticeRow = RowOf<Notice, 'id' | 'data' | 'link' | 'createdAt'> & {
  readonly kind: NoticeKind;
  readonly read_at: NoticeReading['readAt'] | null;
};

const SELECT = 'n.id, n.kind, n.data, n.link, n.created_at, d.read_at';
/** $1 reader, $2 role. Who asked for something needs no notice that it waits for somebody else. */
const VISIBLE = `(n.role = $2 OR n.user_id = $1::bigint)
  AND (n.kind <> 'approval.requested' OR n.data->>'made_by' IS DISTINCT FROM $1::bigint::text)`;

export const NOTICE_LIST = {
  sortable: { created_at: 'n.created_at' },
  indexed: ['created_at'],
  defaultSort: '-created_at',
  tieBreaker: 'n.id',
  filters: {
    unread: {
      type: 'boolean',
      where: '',
      cases: { true: 'd.read_at IS NULL', false: 'd.read_at IS NOT NULL' },
    },
  },
} as const satisfies Partial<ListDefinition<NoticeRow, NoticeDto>>;

@Injectable()
export class NoticeQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The notices of the person who asks. */
  page(parameters: ListParameters): Promise<PageOf<NoticeDto>> {
    const { id, role } = currentStaff();
    const reader = String(id);
    return listPage<NoticeRow, NoticeDto>(
      this.database,
      {
        ...NOTICE_LIST,
        from: `notifikasi n LEFT JOIN notifikasi_dibaca d ON d.notice_id = n.id AND d.user_id = ${reader}`,
        select: SELECT,
        map: (row) => this.toResponse(row),
      },
      parameters,
      [{ where: VISIBLE.replaceAll('$1', reader).replaceAll('$2', '$$$$'), value: role }],
    );
  }

  /** @returns the notice, read. @throws Problem notice.not_found, also for a notice of somebody else */
  async markRead(noticeId: number): Promise<NoticeDto> {
    const { id, role } = currentStaff();
    await this.database.writeAside(
      `INSERT INTO notifikasi_dibaca (notice_id, user_id, read_at)
       SELECT n.id, $1::bigint, $4::timestamptz FROM notifikasi n WHERE n.id = $3 AND ${VISIBLE}
       ON CONFLICT DO NOTHING`,
      [id, role, noticeId, this.clock.date()],
    );
    const [row] = await this.database.screen<NoticeRow & Record<string, unknown>>(
      `SELECT ${SELECT} FROM notifikasi n JOIN notifikasi_dibaca d ON d.notice_id = n.id AND d.user_id = $1::bigint
       WHERE n.id = $3 AND ${VISIBLE}`,
      [id, role, noticeId],
    );
    if (row === undefined) throw new Problem('notice.not_found');
    return this.toResponse(row);
  }

  private toResponse(row: NoticeRow): NoticeDto {
    return {
      id: row.id,
      kind: row.kind,
      ...noticeWords(row.kind, row.data, currentLanguage()),
      link: row.link,
      created_at: this.clock.textOf(row.created_at),
      read_at: this.clock.textOf(row.read_at),
    };
  }
}
