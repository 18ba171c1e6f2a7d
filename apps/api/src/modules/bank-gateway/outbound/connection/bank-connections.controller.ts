import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Can } from '../../../../platform/access';
import { IdParam } from '../../../../platform/validation';
import { ApprovalRequestedDto } from '../../registry';
import { BankConnections } from './bank-connections.service';
import { BankConnectionStateDto, ChangeConnectionBody, ConnectionSecretBody } from './connection.dto';

@ApiTags('banks')
@Controller('v1/banks/:id')
export class BankConnectionsController {
  constructor(private readonly connections: BankConnections) {}

  @Get('connection')
  @Can('bank.read')
  @ApiOperation({ operationId: 'getBankConnection', summary: 'How we call this bank' })
  @ApiOkResponse({ type: BankConnectionStateDto })
  state(@IdParam('id', 'bank.not_found') id: number): Promise<BankConnectionStateDto> {
    return this.connections.state(id);
  }

  @Post('connection-changes')
  @HttpCode(202)
  @Can('bank.manage')
  @ApiOperation({
    operationId: 'requestBankConnection',
    summary: 'Asks a second person to call this bank at another address or as somebody else',
  })
  @ApiAcceptedResponse({ type: ApprovalRequestedDto })
  change(
    @IdParam('id', 'bank.not_found') id: number,
    @Body() body: ChangeConnectionBody,
  ): Promise<ApprovalRequestedDto> {
    return this.connections.request(id, body);
  }

  @Post('connection/secret')
  @HttpCode(204)
  @Can('bank.manage')
  @ApiOperation({ operationId: 'keepBankSecret', summary: 'Stores the secret the bank gave us, sealed' })
  @ApiNoContentResponse()
  keepSecret(@IdParam('id', 'bank.not_found') id: number, @Body() body: ConnectionSecretBody): Promise<void> {
    return this.connections.keepSecret(id, body.secret, body.reason);
  }
}
