import type { ModuleParts } from '../../../platform/manifest';
import { MeasuredCategoryUsage } from './entities/category-usage.entity';
import { MeterPhoto } from './entities/meter-photo.entity';
import { Reading } from './entities/reading.entity';
import { Verification } from './entities/verification.entity';
import { METER_READING_LAWS } from './meter-reading.laws';
import { MeterReadingModule } from './meter-reading.module';
import { meterReadingManifest } from './meter-reading.manifest';

export const meterReading: ModuleParts = {
  manifest: meterReadingManifest,
  module: MeterReadingModule,
  entities: [MeasuredCategoryUsage, MeterPhoto, Reading, Verification],
  laws: METER_READING_LAWS,
};
