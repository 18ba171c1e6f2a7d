import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { CONFIG } from '../../../platform/config';
import { RegistryModule } from '../registry';
import { CallMonths } from './archive/call-months';
import { AddressGate } from './address-gate';
import { BankCallLog } from './bank-call-log';
import { CallsAsBank } from './call-as-bank.service';
import { NativeChannel } from './native-channel';
import { NativeStrategy } from './native-strategy';
import { PartnerStrategy } from './partner-strategy';
import { RefusalCount } from './refusal-count';
import { ReplayCleanup } from './replay-cleanup';
import { ReplayGuard } from './replay-guard';
import { SnapAdmission } from './snap/snap-admission';
import { SnapAnswers } from './snap/snap-answers';
import { SnapAuthenticator } from './snap/snap-authenticator';
import { SnapChannel } from './snap/snap-channel';
import { SnapPartnerDirectory } from './snap/snap-partner-directory';
import { SnapStrategy } from './snap/snap-strategy';
import { snapTokenOptions } from './snap/snap-token-key';
import { SnapTokens } from './snap/snap-tokens';

@Module({
  imports: [RegistryModule, JwtModule.registerAsync({ inject: [CONFIG], useFactory: snapTokenOptions })],
  providers: [
    ReplayGuard,
    ReplayCleanup,
    BankCallLog,
    CallMonths,
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
    NativeStrategy,
    PartnerStrategy,
    SnapStrategy,
  ],
  exports: [
    BankCallLog,
    CallsAsBank,
    NativeChannel,
    RefusalCount,
    SnapAnswers,
    SnapChannel,
    SnapPartnerDirectory,
    SnapTokens,
  ],
})
export class BankSecurityModule {}
