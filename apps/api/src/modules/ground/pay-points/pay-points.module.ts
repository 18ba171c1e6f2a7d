import { Module } from '@nestjs/common';
import { CountersController } from './counters.controller';
import { CounterQueries } from './counters.queries';
import { KeepCounters } from './keep-counters.service';

@Module({
  controllers: [CountersController],
  providers: [CounterQueries, KeepCounters],
  exports: [CounterQueries],
})
export class PayPointsModule {}
