import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock';
import { Database } from '../../../../platform/database';
import type { MeterCheckDto, OpenMeterCheckDto } from '../dto/meter-check.dto';

type Row = Omit<MeterCheckDto, 'ordered_at' | 'seen_at' | 'dropped_at'> & {
  ordered_at: Date;
  seen_at: Date | null;
  dropped_at: Date | null;
};
type OpenRow = Row & Omit<OpenMeterCheckDto, keyof MeterCheckDto>;

/** More orders than a reader can carry in a day. */
const MOST_OPEN = 200;

const SELECT = `p.id, p.instruction, p.due_on, o.name AS ordered_by, p.ordered_at, p.stand, p.note, s.name AS seen_by, p.seen_at,
  p.file_key IS NOT NULL AS has_photo, p.dropped_at, d.name AS dropped_by, p.dropped_reason`;
const FROM = `periksa_meter p JOIN orang o ON o.id = p.ordered_by LEFT JOIN orang s ON s.id = p.seen_by
  LEFT JOIN orang d ON d.id = p.dropped_by`;

/** Orders to look at a meter, and what was seen. */
@Injectable()
export class MeterCheckQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What readers still have to look at, the most urgent first. */
  async open(): Promise<OpenMeterCheckDto[]> {
    const rows = await this.database.screen<OpenRow & object>(
      `SELECT ${SELECT}, c.customer_number, c.name AS customer_name, c.address, m.serial AS meter_serial, r.name AS route_name
       FROM ${FROM} JOIN pelanggan c ON c.id = p.customer_id
       LEFT JOIN meter m ON m.customer_id = c.id AND m.removed_on IS NULL LEFT JOIN rute r ON r.id = c.route_id
       WHERE p.seen_at IS NULL AND p.dropped_at IS NULL ORDER BY p.due_on, p.id LIMIT ${String(MOST_OPEN)}`,
      [],
    );
    return rows.map((row) => ({ ...row, ...this.said(row) }));
  }

  async byId(id: number): Promise<MeterCheckDto | null> {
    const [row] = await this.database.screen<Row & object>(`SELECT ${SELECT} FROM ${FROM} WHERE p.id = $1`, [
      id,
    ]);
    return row === undefined ? null : this.said(row);
  }

  private said(row: Row): MeterCheckDto {
    return {
      id: row.id,
      instruction: row.instruction,
      due_on: row.due_on,
      ordered_by: row.ordered_by,
      ordered_at: this.clock.textOf(row.ordered_at),
      stand: row.stand,
      note: row.note,
      seen_by: row.seen_by,
      seen_at: this.clock.textOf(row.seen_at),
      has_photo: row.has_photo,
      dropped_at: this.clock.textOf(row.dropped_at),
      dropped_by: row.dropped_by,
      dropped_reason: row.dropped_reason,
    };
  }
}
