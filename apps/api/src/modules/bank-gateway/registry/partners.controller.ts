import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/access';
import { Accepted } from '../../../platform/http';
import { IdParam } from '../../../platform/validation';
import { AdministerBanks } from './administer-banks.service';
import { ChangePartner } from './change-partner.service';
import { CreatePartner } from './create-partner.service';
import {
  ApprovalRequestedDto,
  KeySecretDto,
  RequestKeyBody,
  RevokeKeyBody,
  RotateKeyBody,
} from './dto/bank.dto';
import { ChangePartnerSettingsBody, CreatePartnerBody, PartnerDto } from './dto/partner.dto';
import { PartnerQueries } from './partner.queries';

@ApiTags('partners')
@Controller('v1/partners')
export class PartnersController {
  constructor(
    private readonly queries: PartnerQueries,
    private readonly administration: AdministerBanks,
    private readonly createPartner: CreatePartner,
    private readonly changePartner: ChangePartner,
  ) {}

  @Get()
  @Can('partner.read')
  @ApiOperation({ operationId: 'listPartners', summary: 'Partners with their keys and deposits' })
  @ApiOkResponse({ type: [PartnerDto] })
  list(): Promise<PartnerDto[]> {
    return this.queries.list();
  }

  @Get(':id')
  @Can('partner.read')
  @ApiOperation({ operationId: 'getPartner', summary: 'A partner with its keys and deposit' })
  @ApiOkResponse({ type: PartnerDto })
  one(@IdParam('id', 'partner.not_found') id: number): Promise<PartnerDto> {
    return this.queries.one(id);
  }

  @Post('requests')
  @Can('bank.manage')
  @ApiOperation({ operationId: 'requestPartner', summary: 'Asks a second person for a new partner' })
  @Accepted(ApprovalRequestedDto)
  create(@Body() body: CreatePartnerBody): Promise<ApprovalRequestedDto> {
    return this.createPartner.request(body);
  }

  @Post(':id/keys')
  @Can('bank.manage')
  @ApiOperation({ operationId: 'requestPartnerKey', summary: 'Asks a second person for a new key' })
  @Accepted(ApprovalRequestedDto)
  createKey(
    @IdParam('id', 'partner.not_found') id: number,
    @Body() body: RequestKeyBody,
  ): Promise<ApprovalRequestedDto> {
    return this.administration.requestKey('PARTNER', id, body.label, body.reason);
  }

  @Post(':id/settings/requests')
  @Can('bank.manage')
  @ApiOperation({
    operationId: 'requestPartnerSettings',
    summary: 'Asks a second person for other addresses, limits or another name',
  })
  @Accepted(ApprovalRequestedDto)
  settings(
    @IdParam('id', 'partner.not_found') id: number,
    @Body() body: ChangePartnerSettingsBody,
  ): Promise<ApprovalRequestedDto> {
    return this.changePartner.request(id, body);
  }

  @Post(':id/keys/:keyId/rotations')
  @Can('bank.manage')
  @ApiOperation({
    operationId: 'requestPartnerKeyRotation',
    summary: 'Asks for a new secret; the old one stays valid for the overlap',
  })
  @Accepted(ApprovalRequestedDto)
  rotate(
    @IdParam('id', 'partner.not_found') id: number,
    @IdParam('keyId', 'bank.key_not_found') keyId: number,
    @Body() body: RotateKeyBody,
  ): Promise<ApprovalRequestedDto> {
    return this.administration.requestRotation('PARTNER', id, keyId, body.overlap_hours, body.reason);
  }

  @Post(':id/keys/:keyId/reveal')
  @HttpCode(200)
  @Can('bank.manage')
  @ApiOperation({
    operationId: 'revealPartnerKeySecret',
    summary: 'The secret, once, to the person who asked for it',
  })
  @ApiOkResponse({ type: KeySecretDto })
  reveal(
    @IdParam('id', 'partner.not_found') id: number,
    @IdParam('keyId', 'bank.key_not_found') keyId: number,
  ): Promise<KeySecretDto> {
    return this.administration.reveal(id, keyId);
  }

  @Post(':id/keys/:keyId/revocation')
  @HttpCode(204)
  @Can('bank.manage')
  @ApiOperation({
    operationId: 'revokePartnerKey',
    summary: 'Refuses the key from now on, everywhere within 5 seconds',
  })
  @ApiNoContentResponse()
  revoke(
    @IdParam('id', 'partner.not_found') id: number,
    @IdParam('keyId', 'bank.key_not_found') keyId: number,
    @Body() body: RevokeKeyBody,
  ): Promise<void> {
    return this.administration.revoke(id, keyId, body);
  }
}
