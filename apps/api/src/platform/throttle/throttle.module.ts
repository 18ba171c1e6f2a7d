import { Module } from '@nestjs/common';
import { ThrottlerModule, type ThrottlerOptions } from '@nestjs/throttler';
import { Clock } from '../clock';
import { CONFIG, type Config } from '../config';
import { CallCounters } from './call-counters';
import type { CoarseLimitName } from './coarse-limits';

const MINUTE = 60_000;

function perMinute(name: CoarseLimitName, limit: number): ThrottlerOptions {
  return { name, limit, ttl: MINUTE };
}

/** The coarse limits of every route; the exact budgets of single purposes are in PostgreSQL (RateLimiter). */
@Module({
  imports: [
    ThrottlerModule.forRootAsync({
      inject: [CONFIG, Clock],
      useFactory: (config: Config, clock: Clock) => ({
        throttlers: [
          perMinute('address', config.callsPerMinute.address),
          perMinute('person', config.callsPerMinute.person),
        ],
        storage: new CallCounters(clock),
        setHeaders: false,
      }),
    }),
  ],
  exports: [ThrottlerModule],
})
export class ThrottleModule {}
