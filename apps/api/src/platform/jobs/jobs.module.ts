import { Global, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { Clock } from '../clock';
import { CONFIG, type Config } from '../config';
import { Calendar } from './calendar';
import { ForgetRuns } from './forget-runs';
import { JobRuns } from './job-runs';
import { Jobs } from './jobs';

@Global()
@Module({
  imports: [
    ScheduleModule.forRootAsync({
      inject: [CONFIG, Clock],
      useFactory: (config: Config, clock: Clock) => ({ cronJobs: config.runJobs && clock.keepsTime }),
    }),
  ],
  providers: [Calendar, ForgetRuns, JobRuns, Jobs],
  exports: [Calendar, JobRuns, Jobs],
})
export class JobsModule {}
