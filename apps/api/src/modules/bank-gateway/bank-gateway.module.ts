import { Global, Module } from '@nestjs/common';
import { BankAuthenticator } from '../../platform/access';
import { ApprovalsModule } from '../approvals';
import { AdministerBanks } from './administer-banks.service';
import { BankCallLog } from './bank-call-log';
import { BankDirectory } from './bank-directory';
import { BankQueries } from './bank.queries';
import { BanksController } from './banks.controller';
import { ChangeBankKeys } from './change-bank-keys.service';
import { ChangeBankSettings } from './change-bank-settings.service';
import { NativeChannel } from './native-channel';
import { ReplayCleanup } from './replay-cleanup';
import { ReplayGuard } from './replay-guard';

/** Global because the access guard of every route needs the bank authenticator. */
@Global()
@Module({
  imports: [ApprovalsModule],
  controllers: [BanksController],
  providers: [
    BankDirectory,
    ReplayGuard,
    ReplayCleanup,
    BankCallLog,
    NativeChannel,
    { provide: BankAuthenticator, useExisting: NativeChannel },
    ChangeBankKeys,
    ChangeBankSettings,
    AdministerBanks,
    BankQueries,
  ],
  exports: [BankAuthenticator, BankDirectory, BankCallLog, NativeChannel],
})
export class BankGatewayModule {}
