import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../approvals';
import { LedgerModule } from '../ledger';
import { Collectors } from './collectors.service';
import { DepositMovements } from './deposit-movements.list';
import { Deposits } from './deposits.service';
import { Drawers } from './drawers.service';
import { PartnerDepositsController } from './partner-deposits.controller';
import { Shifts } from './shifts.service';
import { TopUpDeposit } from './top-up-deposit.service';

@Module({
  imports: [ApprovalsModule, LedgerModule],
  controllers: [PartnerDepositsController],
  providers: [Collectors, Deposits, DepositMovements, Drawers, Shifts, TopUpDeposit],
  exports: [Collectors, Deposits, Drawers, Shifts],
})
export class CollectorsModule {}
