import { Module } from '@nestjs/common';
import { ChangeRegion } from './change-region.service';
import { CreateRegion } from './create-region.service';
import { CustomerSequence } from './customer-sequence';
import { RoutePlaces } from './route-places';
import { RegionsController } from './regions.controller';

@Module({
  controllers: [RegionsController],
  providers: [ChangeRegion, CreateRegion, CustomerSequence, RoutePlaces],
  exports: [CustomerSequence, RoutePlaces],
})
export class RegionsModule {}
