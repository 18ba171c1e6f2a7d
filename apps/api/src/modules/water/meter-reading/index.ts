export { MeterReadingModule } from './meter-reading.module';
export { meterReading } from './meter-reading.parts';
export { MeterChangeResponse } from './dto/meter-change.response';
export { MeasureCategoryUsage } from './measure-category-usage';
export { meterChangeOf } from './meter-change';
export { SealedMonths } from './sealed-months';
