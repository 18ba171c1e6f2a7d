import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../../ground/approvals';
import { CollectorsModule } from '../../ground/collectors';
import { AdministerBanks } from './administer-banks.service';
import { BankDirectory } from './bank-directory';
import { BankQueries } from './bank.queries';
import { BanksController } from './banks.controller';
import { ChangeBankKeys } from './change-bank-keys.service';
import { ChangeBankSettings } from './change-bank-settings.service';
import { CreateBank } from './create-bank.service';

@Module({
  imports: [ApprovalsModule, CollectorsModule],
  controllers: [BanksController],
  providers: [BankDirectory, BankQueries, ChangeBankKeys, ChangeBankSettings, AdministerBanks, CreateBank],
  exports: [BankDirectory],
})
export class RegistryModule {}
