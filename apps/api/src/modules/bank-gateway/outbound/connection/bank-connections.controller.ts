import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../../platform/access';
import { Accepted } from '../../../../platform/http';
import { IdParam } from '../../../../platform/validation';
import { ApprovalRequestedDto } from '../../registry';
import { BankConnections } from './bank-connections.service';
import { ChangeOwnKey } from './change-own-key.service';
import { ChangeSecret } from './change-secret.service';
import {
  BankConnectionStateDto,
  ChangeConnectionBody,
  ConnectionSecretBody,
  OwnKeyBody,
} from './connection.dto';

@ApiTags('banks')
@Controller('v1/banks/:id')
export class BankConnectionsController {
  constructor(
    private readonly connections: BankConnections,
    private readonly secrets: ChangeSecret,
    private readonly ownKeys: ChangeOwnKey,
  ) {}

  @Get('connection')
  @Can('bank.read')
  @ApiOperation({ operationId: 'getBankConnection', summary: 'How we call this bank' })
  @ApiOkResponse({ type: BankConnectionStateDto })
  state(@IdParam('id', 'bank.not_found') id: number): Promise<BankConnectionStateDto> {
    return this.connections.state(id);
  }

  @Post('connection-changes')
  @Can('bank.manage')
  @ApiOperation({
    operationId: 'requestBankConnection',
    summary: 'Asks a second person to call this bank at another address or as somebody else',
  })
  @Accepted(ApprovalRequestedDto)
  change(
    @IdParam('id', 'bank.not_found') id: number,
    @Body() body: ChangeConnectionBody,
  ): Promise<ApprovalRequestedDto> {
    return this.connections.request(id, body);
  }

  @Post('connection/secret')
  @Can('bank.manage')
  @ApiOperation({
    operationId: 'requestBankSecret',
    summary: 'Tries the secret the bank gave us there, keeps it sealed and asks a second person to use it',
  })
  @Accepted(ApprovalRequestedDto)
  changeSecret(
    @IdParam('id', 'bank.not_found') id: number,
    @Body() body: ConnectionSecretBody,
  ): Promise<ApprovalRequestedDto> {
    return this.secrets.request(id, body.secret, body.reason);
  }

  @Post('connection/own-key')
  @HttpCode(201)
  @Can('bank.manage')
  @ApiOperation({
    operationId: 'makeBankOwnKey',
    summary:
      'Makes the next key of ours for this bank beside the one in use; its public half goes to the bank',
  })
  @ApiCreatedResponse({ type: BankConnectionStateDto })
  async makeOwnKey(@IdParam('id', 'bank.not_found') id: number): Promise<BankConnectionStateDto> {
    await this.ownKeys.make(id);
    return this.connections.state(id);
  }

  @Post('connection/own-key-changes')
  @Can('bank.manage')
  @ApiOperation({
    operationId: 'requestBankOwnKey',
    summary: 'Tries the next key at the bank and asks a second person to sign with it from then on',
  })
  @Accepted(ApprovalRequestedDto)
  changeOwnKey(
    @IdParam('id', 'bank.not_found') id: number,
    @Body() body: OwnKeyBody,
  ): Promise<ApprovalRequestedDto> {
    return this.ownKeys.request(id, body.reason);
  }
}
