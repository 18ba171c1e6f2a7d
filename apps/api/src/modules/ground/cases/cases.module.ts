import { Module } from '@nestjs/common';

/** Cases are opened and closed inside the transactions of others: functions on `tx`, nothing to inject. */
@Module({})
export class CasesModule {}
