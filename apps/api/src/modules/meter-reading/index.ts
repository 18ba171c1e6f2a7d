export { MeterReadingModule } from './meter-reading.module';
export { Reading } from './entities/reading.entity';
export { Verification } from './entities/verification.entity';
