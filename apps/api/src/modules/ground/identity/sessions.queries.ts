import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, MoreThan, Repository } from 'typeorm';
import { Clock } from '../../../platform/clock';
import type { SessionDto } from './dto/auth.dto';
import { Session } from './entities/session.entity';

@Injectable()
export class SessionQueries {
  constructor(
    @InjectRepository(Session) private readonly sessions: Repository<Session>,
    private readonly clock: Clock,
  ) {}

  async ofUser(userId: number, currentSessionId: string): Promise<SessionDto[]> {
    const live = await this.sessions.find({
      where: { userId, revokedAt: IsNull(), expiresAt: MoreThan(this.clock.date()) },
      order: { lastSeenAt: 'DESC', id: 'ASC' },
    });
    return live.map((session) => ({
      id: session.id,
      created_at: this.clock.textOf(session.createdAt),
      last_seen_at: this.clock.textOf(session.lastSeenAt),
      user_agent: session.userAgent,
      ip: session.ip,
      current: session.id === currentSessionId,
    }));
  }
}
