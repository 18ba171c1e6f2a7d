import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/access';
import { Accepted } from '../../../platform/http';
import { IdParam } from '../../../platform/validation';
import { AdministerBanks } from './administer-banks.service';
import { BankQueries } from './bank.queries';
import { CreateBank } from './create-bank.service';
import {
  ApprovalRequestedDto,
  BankDto,
  ChangeBankSettingsBody,
  CreateBankBody,
  KeySecretDto,
  RequestKeyBody,
  RevokeKeyBody,
  RotateKeyBody,
} from './dto/bank.dto';

@ApiTags('banks')
@Controller('v1/banks')
export class BanksController {
  constructor(
    private readonly queries: BankQueries,
    private readonly administration: AdministerBanks,
    private readonly createBank: CreateBank,
  ) {}

  @Get()
  @Can('bank.read')
  @ApiOperation({ operationId: 'listBanks', summary: 'Banks with their keys' })
  @ApiOkResponse({ type: [BankDto] })
  list(): Promise<BankDto[]> {
    return this.queries.list();
  }

  @Get(':id')
  @Can('bank.read')
  @ApiOperation({ operationId: 'getBank', summary: 'A bank with its keys' })
  @ApiOkResponse({ type: BankDto })
  one(@IdParam('id', 'bank.not_found') id: number): Promise<BankDto> {
    return this.queries.one(id);
  }

  @Post('requests')
  @Can('bank.manage')
  @ApiOperation({
    operationId: 'requestBank',
    summary: 'Asks a second person for a new bank; it begins in the sandbox, with no address and no key',
  })
  @Accepted(ApprovalRequestedDto)
  create(@Body() body: CreateBankBody): Promise<ApprovalRequestedDto> {
    return this.createBank.request(body);
  }

  @Post(':id/settings-changes')
  @Can('bank.manage')
  @ApiOperation({
    operationId: 'requestBankSettings',
    summary: 'Asks a second person to change addresses, fee, limits or cut-off',
  })
  @Accepted(ApprovalRequestedDto)
  changeSettings(
    @IdParam('id', 'bank.not_found') id: number,
    @Body() body: ChangeBankSettingsBody,
  ): Promise<ApprovalRequestedDto> {
    return this.administration.requestSettings(id, body);
  }

  @Post(':id/keys')
  @Can('bank.manage')
  @ApiOperation({ operationId: 'requestBankKey', summary: 'Asks a second person for a new key' })
  @Accepted(ApprovalRequestedDto)
  createKey(
    @IdParam('id', 'bank.not_found') id: number,
    @Body() body: RequestKeyBody,
  ): Promise<ApprovalRequestedDto> {
    return this.administration.requestKey('BANK', id, body.label, body.reason);
  }

  @Post(':id/keys/:keyId/rotations')
  @Can('bank.manage')
  @ApiOperation({
    operationId: 'requestBankKeyRotation',
    summary: 'Asks for a new secret; the old one stays valid for the overlap',
  })
  @Accepted(ApprovalRequestedDto)
  rotate(
    @IdParam('id', 'bank.not_found') id: number,
    @IdParam('keyId', 'bank.key_not_found') keyId: number,
    @Body() body: RotateKeyBody,
  ): Promise<ApprovalRequestedDto> {
    return this.administration.requestRotation('BANK', id, keyId, body.overlap_hours, body.reason);
  }

  @Post(':id/keys/:keyId/reveal')
  @HttpCode(200)
  @Can('bank.manage')
  @ApiOperation({
    operationId: 'revealBankKeySecret',
    summary: 'The secret, once, to the person who asked for it',
  })
  @ApiOkResponse({ type: KeySecretDto })
  reveal(
    @IdParam('id', 'bank.not_found') id: number,
    @IdParam('keyId', 'bank.key_not_found') keyId: number,
  ): Promise<KeySecretDto> {
    return this.administration.reveal(id, keyId);
  }

  @Post(':id/keys/:keyId/revocation')
  @HttpCode(204)
  @Can('bank.manage')
  @ApiOperation({
    operationId: 'revokeBankKey',
    summary: 'Refuses the key from now on, everywhere within 5 seconds',
  })
  @ApiNoContentResponse()
  revoke(
    @IdParam('id', 'bank.not_found') id: number,
    @IdParam('keyId', 'bank.key_not_found') keyId: number,
    @Body() body: RevokeKeyBody,
  ): Promise<void> {
    return this.administration.revoke(id, keyId, body);
  }
}
