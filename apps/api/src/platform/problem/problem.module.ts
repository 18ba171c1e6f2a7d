import { Global, Module } from '@nestjs/common';
import { FaultAlarm } from './fault-alarm';

@Global()
@Module({ providers: [FaultAlarm], exports: [FaultAlarm] })
export class ProblemModule {}
