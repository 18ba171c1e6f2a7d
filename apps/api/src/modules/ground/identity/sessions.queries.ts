import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import type { SessionDto } from './dto/auth.dto';

interface SessionRow {
  readonly id: string;
  readonly created_at: Date;
  readonly last_seen_at: Date;
  readonly user_agent: string | null;
  readonly ip: string | null;
}

@Injectable()
export class SessionQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async ofUser(userId: number, currentSessionId: string): Promise<SessionDto[]> {
    const rows = await this.database.screen<SessionRow & Record<string, unknown>>(
      `SELECT id, created_at, last_seen_at, user_agent, host(ip) AS ip FROM user_session
       WHERE user_id = $1 AND revoked_at IS NULL AND expires_at > $2 ORDER BY last_seen_at DESC, id`,
      [userId, this.clock.date()],
    );
    return rows.map((row) => ({
      id: row.id,
      created_at: this.clock.textOf(row.created_at),
      last_seen_at: this.clock.textOf(row.last_seen_at),
      user_agent: row.user_agent,
      ip: row.ip,
      current: row.id === currentSessionId,
    }));
  }
}
