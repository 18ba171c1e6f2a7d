import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../clock';
import { Database, sqlState } from '../database';
import { NO_REQUEST, writeOutbox } from '../events';
import { Jobs } from '../jobs';

const HOUR = 3_600_000;
/** Faults are few; a flood of different ones must not fill the memory. */
const MAX_KNOWN = 500;

function nameOf(error: unknown): string {
  return sqlState(error) ?? (error instanceof Error ? error.name : typeof error);
}

/**
 * Rings when the product itself is at fault: once an hour for the same fault of the same route or job, to the people who
 * look after the system. Every single occurrence is in the log.
 */
@Injectable()
export class FaultAlarm implements OnModuleInit {
  private readonly logger = new Logger('alarm');
  private readonly rung = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.onFailure((job, error) => {
      this.logger.error(`${job}: ${String(error)}`);
      this.tell(job, error, NO_REQUEST);
    });
  }

  ring(error: unknown, request: FastifyRequest): void {
    this.logger.error(error);
    // The pattern of the route, never the address: addresses carry tokens.
    this.tell(`${request.method} ${request.routeOptions.url ?? '?'}`, error, request.id);
  }

  private tell(route: string, error: unknown, requestId: string): void {
    const fault = nameOf(error);
    const hour = Math.floor(this.clock.now() / HOUR);
    const key = `${route} ${fault}`;
    if (this.rung.get(key) === hour) return;
    if (this.rung.size >= MAX_KNOWN) this.rung.clear();
    this.rung.set(key, hour);
    this.database
      .transaction(
        (tx) => writeOutbox(tx, 'fault.happened', null, { route, fault, request_id: requestId }),
        'screen',
      )
      .catch((failure: unknown) => {
        this.rung.delete(key);
        this.logger.error(failure);
      });
  }
}
