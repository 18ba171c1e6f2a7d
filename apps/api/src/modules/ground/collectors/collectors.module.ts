import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../approvals';
import { LedgerModule } from '../ledger';
import { Collectors } from './collectors.service';
import { DepositMovements } from './deposit-movements.list';
import { Deposits } from './deposits.service';
import { PartnerDepositsController } from './partner-deposits.controller';
import { TopUpDeposit } from './top-up-deposit.service';

@Module({
  imports: [ApprovalsModule, LedgerModule],
  controllers: [PartnerDepositsController],
  providers: [Collectors, Deposits, DepositMovements, TopUpDeposit],
  exports: [Collectors, Deposits],
})
export class CollectorsModule {}
