import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers';
import { TariffsModule } from '../tariffs';
import { DecideReading } from './decide-reading.service';
import { MeterReadingsController } from './meter-readings.controller';
import { ReadingContextQueries } from './reading-context.queries';
import { ReadingPrices } from './reading-prices';
import { ReadingQueries } from './reading.queries';
import { RecordReading } from './record-reading.service';
import { VerifyBatch } from './verify-batch.service';
import { VerifyReadings } from './verify-readings.service';

@Module({
  imports: [CustomersModule, TariffsModule],
  controllers: [MeterReadingsController],
  providers: [
    RecordReading,
    DecideReading,
    VerifyBatch,
    VerifyReadings,
    ReadingPrices,
    ReadingQueries,
    ReadingContextQueries,
  ],
})
export class MeterReadingModule {}
