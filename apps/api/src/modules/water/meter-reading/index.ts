export { meterReading } from './meter-reading.parts';
