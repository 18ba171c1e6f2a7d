export { MeterPhoto } from './entities/meter-photo.entity';
export { Reading } from './entities/reading.entity';
export { Verification } from './entities/verification.entity';
export { MeterReadingModule } from './meter-reading.module';
