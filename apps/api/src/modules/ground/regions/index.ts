export { CustomerSequence } from './customer-sequence';
export { Region } from './entities/region.entity';
export { Route } from './entities/route.entity';
export { RegionsModule } from './regions.module';
export { regions } from './regions.parts';
