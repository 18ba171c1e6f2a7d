export { meterReading } from './meter-reading.parts';
export { MeterChangeResponse } from './dto/meter-change.response';
export { MeasureCategoryUsage } from './measure-category-usage';
export { meterChangeOf } from './meter-change';
