import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers';
import { TariffsModule } from '../tariffs';
import { CheckPhotos } from './checks/check-photos.service';
import { MeterCheckQueries } from './checks/meter-check.queries';
import { MeterChecksController } from './checks/meter-checks.controller';
import { MeterChecks } from './checks/meter-checks.service';
import { CorrectReadings } from './correct-readings.service';
import { DecideReading } from './decide-reading.service';
import { FirstLooks } from './first-looks';
import { FollowClosing } from './follow-closing';
import { FollowMeterReplacement } from './follow-meter-replacement';
import { GapQuotes } from './gap-quotes.service';
import { MeasureCategoryUsage } from './measure-category-usage';
import { LooseFiles } from './photos/loose-files';
import { MeterReadingsController } from './meter-readings.controller';
import { MovePhotos } from './photos/move-photos';
import { ReadingContextQueries } from './reading-context.queries';
import { ReadingPhotos } from './reading-photo.queries';
import { ReadingPhotosController } from './reading-photos.controller';
import { ReadingPrices } from './reading-prices';
import { ReadingQueries } from './reading.queries';
import { ReadingSpread } from './reading-spread.queries';
import { RecordReading } from './record-reading.service';
import { OrderRound } from './rounds/order-round.service';
import { PrintLabels } from './rounds/print-labels.service';
import { RoundQueries } from './rounds/round.queries';
import { TakeRound } from './rounds/take-round.queries';
import { RoundsController } from './rounds/rounds.controller';
import { SealedMonths } from './sealed-months';
import { SettleGaps } from './settle-gaps.service';
import { RecordSheet } from './sheet/record-sheet.service';
import { SheetsController } from './sheet/sheets.controller';
import { StorePhoto } from './store-photo.service';
import { VerifyBatchRuns } from './verify-batch-runs';
import { VerifyBatch } from './verify-batch.service';
import { VerifyChunk } from './verify-chunk';
import { VerifyReadings } from './verify-readings.service';

@Module({
  imports: [CustomersModule, TariffsModule],
  controllers: [
    MeterReadingsController,
    ReadingPhotosController,
    MeterChecksController,
    RoundsController,
    SheetsController,
  ],
  providers: [
    RecordReading,
    RecordSheet,
    RoundQueries,
    TakeRound,
    OrderRound,
    PrintLabels,
    MeterChecks,
    CheckPhotos,
    MeterCheckQueries,
    CorrectReadings,
    SettleGaps,
    ReadingSpread,
    GapQuotes,
    DecideReading,
    FirstLooks,
    MeasureCategoryUsage,
    FollowMeterReplacement,
    FollowClosing,
    VerifyBatch,
    VerifyBatchRuns,
    VerifyChunk,
    VerifyReadings,
    ReadingPrices,
    ReadingPhotos,
    StorePhoto,
    LooseFiles,
    MovePhotos,
    ReadingQueries,
    ReadingContextQueries,
    SealedMonths,
  ],
  exports: [SealedMonths, CorrectReadings, MeterChecks, MeterCheckQueries],
})
export class MeterReadingModule {}
