import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../approvals';
import { LedgerModule } from '../ledger';
import { Collectors } from './collectors.service';
import { DepositMovements } from './deposit-movements.list';
import { CorrectDrawerMove } from './correct-drawer-move.service';
import { CorrectTopUp } from './correct-top-up.service';
import { Deposits } from './deposits.service';
import { Drawers } from './drawers.service';
import { PartnerDepositsController } from './partner-deposits.controller';
import { Shifts } from './shifts.service';
import { TopUpDeposit } from './top-up-deposit.service';

@Module({
  imports: [ApprovalsModule, LedgerModule],
  controllers: [PartnerDepositsController],
  providers: [
    Collectors,
    CorrectDrawerMove,
    CorrectTopUp,
    Deposits,
    DepositMovements,
    Drawers,
    Shifts,
    TopUpDeposit,
  ],
  exports: [Collectors, CorrectDrawerMove, Deposits, Drawers, Shifts],
})
export class CollectorsModule {}
