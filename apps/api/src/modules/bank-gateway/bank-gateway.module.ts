import { Global, Module } from '@nestjs/common';
import { BankAuthenticator } from '../../platform/access';
import { ApprovalsModule } from '../approvals';
import { AddressGate } from './address-gate';
import { AdministerBanks } from './administer-banks.service';
import { BankCallLog } from './bank-call-log';
import { BankDirectory } from './bank-directory';
import { BankQueries } from './bank.queries';
import { BanksController } from './banks.controller';
import { CallsAsBank } from './call-as-bank.service';
import { ChangeBankKeys } from './change-bank-keys.service';
import { ChangeBankSettings } from './change-bank-settings.service';
import { BankConnectionsController } from './connection/bank-connections.controller';
import { BankConnections } from './connection/bank-connections.service';
import { ChangeConnection } from './connection/change-connection.service';
import { BankConsoleModule } from './console/console.module';
import { NativeChannel } from './native-channel';
import { BankAdapters } from './outbound/bank-adapters.service';
import { OutboundCallLog } from './outbound/outbound-call-log';
import { OutboundDirectory } from './outbound/outbound-directory';
import { SnapClient } from './outbound/snap-client';
import { SnapTransport } from './outbound/snap-transport';
import { RefusalCount } from './refusal-count';
import { ReplayCleanup } from './replay-cleanup';
import { ReplayGuard } from './replay-guard';
import { SnapAdmission } from './snap/snap-admission';
import { SnapAnswers } from './snap/snap-answers';
import { SnapAuthenticator } from './snap/snap-authenticator';
import { SnapChannel } from './snap/snap-channel';
import { SnapPartnerDirectory } from './snap/snap-partner-directory';
import { SnapTokens } from './snap/snap-tokens';

/** Global because the access guard of every route needs the bank authenticator. */
@Global()
@Module({
  imports: [ApprovalsModule, BankConsoleModule],
  controllers: [BanksController, BankConnectionsController],
  providers: [
    BankDirectory,
    ReplayGuard,
    ReplayCleanup,
    BankCallLog,
    RefusalCount,
    AddressGate,
    NativeChannel,
    CallsAsBank,
    SnapPartnerDirectory,
    SnapTokens,
    SnapAuthenticator,
    SnapAdmission,
    SnapChannel,
    SnapAnswers,
    OutboundDirectory,
    OutboundCallLog,
    SnapTransport,
    SnapClient,
    BankAdapters,
    { provide: BankAuthenticator, useExisting: NativeChannel },
    ChangeBankKeys,
    ChangeBankSettings,
    AdministerBanks,
    BankQueries,
    ChangeConnection,
    BankConnections,
  ],
  exports: [
    BankAdapters,
    OutboundCallLog,
    OutboundDirectory,
    BankAuthenticator,
    BankDirectory,
    BankCallLog,
    CallsAsBank,
    NativeChannel,
    RefusalCount,
    SnapAnswers,
    SnapChannel,
    SnapPartnerDirectory,
    SnapTokens,
    SnapTransport,
  ],
})
export class BankGatewayModule {}
