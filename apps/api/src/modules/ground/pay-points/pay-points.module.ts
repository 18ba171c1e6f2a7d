import { Module } from '@nestjs/common';
import { PayPointsController } from './pay-points.controller';
import { PayPointQueries } from './pay-points.queries';
import { KeepPayPoints } from './keep-pay-points.service';

@Module({
  controllers: [PayPointsController],
  providers: [PayPointQueries, KeepPayPoints],
  exports: [PayPointQueries],
})
export class PayPointsModule {}
