import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApprovalsModule } from '../../ground/approvals';
import { Bank, RegistryModule } from '../registry';
import { BankAdapters } from './bank-adapters.service';
import { BankConnectionsController } from './connection/bank-connections.controller';
import { BankConnections } from './connection/bank-connections.service';
import { ChangeConnection } from './connection/change-connection.service';
import { ChangeOwnKey } from './connection/change-own-key.service';
import { ChangeSecret } from './connection/change-secret.service';
import { ProbeBank } from './connection/probe-bank.service';
import { ProveCredentials } from './connection/prove-credentials.service';
import { OutboundCallLog } from './outbound-call-log';
import { OutboundDirectory } from './outbound-directory';
import { SnapClient } from './snap-client';
import { SnapTransport } from './snap-transport';

@Module({
  imports: [TypeOrmModule.forFeature([Bank]), ApprovalsModule, RegistryModule],
  controllers: [BankConnectionsController],
  providers: [
    OutboundDirectory,
    OutboundCallLog,
    SnapTransport,
    SnapClient,
    BankAdapters,
    ProbeBank,
    ProveCredentials,
    ChangeConnection,
    ChangeOwnKey,
    ChangeSecret,
    BankConnections,
  ],
  exports: [BankAdapters, OutboundCallLog, OutboundDirectory, SnapTransport],
})
export class OutboundModule {}
