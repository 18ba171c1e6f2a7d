import type { ModuleParts } from '../../../platform/manifest';
import { MeasuredCategoryUsage } from './entities/category-usage.entity';
import { MeterCheck } from './entities/meter-check.entity';
import { MeterPhoto } from './entities/meter-photo.entity';
import { Reading } from './entities/reading.entity';
import { RoundPosition } from './entities/round-position.entity';
import { Verification } from './entities/verification.entity';
import { METER_READING_LAWS } from './meter-reading.laws';
import { MeterReadingModule } from './meter-reading.module';
import { meterReadingManifest } from './meter-reading.manifest';
import { MeterPhotos0012 } from './schema/0012-meter-photos';
import { MeterInstants0018 } from './schema/0018-meter-instants';
import { RedrawnPhotos0021 } from './schema/0021-redrawn-photos';
import { PhotoFiles0059 } from './schema/0059-photo-files';
import { CorrectedReadings0087 } from './schema/0087-corrected-readings';
import { MeterChecks0104 } from './schema/0104-meter-checks';
import { Rounds0130 } from './schema/0130-rounds';
import { ReadingCounts0138 } from './schema/0138-reading-counts';
import { ExchangesPutRight0220 } from './schema/0220-exchanges-put-right';
import { VerifiedExchangesPutRight0221 } from './schema/0221-verified-exchanges-put-right';
import { StandsTakenOver0200 } from './schema/0200-stands-taken-over';

export const meterReading: ModuleParts = {
  manifest: meterReadingManifest,
  module: MeterReadingModule,
  entities: [MeasuredCategoryUsage, MeterCheck, MeterPhoto, Reading, RoundPosition, Verification],
  schema: [
    MeterPhotos0012,
    MeterInstants0018,
    RedrawnPhotos0021,
    PhotoFiles0059,
    CorrectedReadings0087,
    MeterChecks0104,
    Rounds0130,
    ReadingCounts0138,
    StandsTakenOver0200,
    ExchangesPutRight0220,
    VerifiedExchangesPutRight0221,
  ],
  laws: METER_READING_LAWS,
};
