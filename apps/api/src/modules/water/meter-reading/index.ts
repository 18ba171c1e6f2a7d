export { MeterReadingModule } from './meter-reading.module';
export { meterReading } from './meter-reading.parts';
export { MeterChangeDto } from './dto/meter-change.dto';
export { MeasureCategoryUsage } from './measure-category-usage';
export { meterChangeOf } from './meter-change';
export { SealedMonths } from './sealed-months';
export { CorrectReadings } from './correct-readings.service';
export type { ReplacedReading } from './stand-chain';
