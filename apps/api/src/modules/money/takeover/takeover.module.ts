import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../../ground/approvals';
import { BillingModule } from '../../water/billing';
import { TariffsModule } from '../../water/tariffs';
import { TakeoverChecks } from './reading/takeover-checks';
import { CarryOutBalances } from './arrears/carry-out-balances';
import { CheckFile } from './imports/check-file.service';
import { ImportFile } from './imports/import-file.service';
import { TakeoverQueries } from './imports/takeover.queries';
import { TakeoversController } from './imports/takeovers.controller';
import { UndoTakeover } from './imports/undo-takeover.service';

@Module({
  imports: [ApprovalsModule, BillingModule, TariffsModule],
  controllers: [TakeoversController],
  providers: [CheckFile, ImportFile, UndoTakeover, CarryOutBalances, TakeoverQueries, TakeoverChecks],
})
export class TakeoverModule {}
