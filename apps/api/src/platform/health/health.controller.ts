import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../access';
import { Database } from '../database';
import { isMigrated } from '../database/migrate';
import type { Migration } from '../schema';
import { Readiness } from './readiness';

/** The migrations this build needs. */
export const MIGRATIONS = Symbol('migrations');

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly readiness: Readiness,
    @Inject(MIGRATIONS) private readonly migrations: readonly Migration[],
  ) {}

  @Get('live')
  @Public()
  @ApiOperation({ summary: 'The process runs' })
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Public()
  @ApiOperation({ summary: 'The process serves: database reachable, schema current, not draining' })
  async ready(
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ status: 'ok' | 'unavailable'; reason?: string }> {
    const reason = await this.reasonNotReady();
    if (reason === null) return { status: 'ok' };
    void reply.code(503);
    return { status: 'unavailable', reason };
  }

  private async reasonNotReady(): Promise<string | null> {
    if (this.readiness.draining) return 'draining';
    try {
      return (await isMigrated(this.migrations, (sql) => this.database.door<{ name: string }>(sql)))
        ? null
        : 'migrations pending';
    } catch {
      return 'database unreachable';
    }
  }
}
