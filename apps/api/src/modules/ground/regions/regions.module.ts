import { Module } from '@nestjs/common';
import { ChangeRegion } from './change-region.service';
import { CreateRegion } from './create-region.service';
import { CustomerSequence } from './customer-sequence';
import { RegionsController } from './regions.controller';
import { RegionQueries } from '../../outward/reporting/regions/regions.queries';

@Module({
  controllers: [RegionsController],
  providers: [ChangeRegion, CreateRegion, CustomerSequence, RegionQueries],
  exports: [CustomerSequence, RegionQueries],
})
export class RegionsModule {}
