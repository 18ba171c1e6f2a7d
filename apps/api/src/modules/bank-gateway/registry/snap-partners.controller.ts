import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/access';
import { Accepted } from '../../../platform/http';
import { IdParam } from '../../../platform/validation';
import { AdministerSnapPartners } from './administer-snap-partners.service';
import { ApprovalRequestedDto, KeySecretDto, RevokeKeyBody, RotateKeyBody } from './dto/bank.dto';
import { AddPublicKeyBody, CreateSnapPartnerBody, RemovePublicKeyBody } from './dto/snap-partner.dto';

@ApiTags('banks')
@Controller('v1/banks/:id/snap-partners')
export class SnapPartnersController {
  constructor(private readonly partners: AdministerSnapPartners) {}

  @Post()
  @Can('bank.manage')
  @ApiOperation({ operationId: 'requestSnapPartner', summary: 'Asks a second person for a SNAP credential' })
  @Accepted(ApprovalRequestedDto)
  create(
    @IdParam('id', 'bank.not_found') id: number,
    @Body() body: CreateSnapPartnerBody,
  ): Promise<ApprovalRequestedDto> {
    return this.partners.requestNew(id, body);
  }

  @Post(':partnerId/rotations')
  @Can('bank.manage')
  @ApiOperation({
    operationId: 'requestSnapSecretRotation',
    summary: 'Asks for a new SNAP secret; the old one stays valid for the overlap',
  })
  @Accepted(ApprovalRequestedDto)
  rotate(
    @IdParam('id', 'bank.not_found') id: number,
    @IdParam('partnerId', 'bank.key_not_found') partnerId: number,
    @Body() body: RotateKeyBody,
  ): Promise<ApprovalRequestedDto> {
    return this.partners.requestRotation(id, partnerId, body);
  }

  @Post(':partnerId/reveal')
  @HttpCode(200)
  @Can('bank.manage')
  @ApiOperation({
    operationId: 'revealSnapSecret',
    summary: 'The SNAP secret, once, to the person who asked for it',
  })
  @ApiOkResponse({ type: KeySecretDto })
  reveal(
    @IdParam('id', 'bank.not_found') id: number,
    @IdParam('partnerId', 'bank.key_not_found') partnerId: number,
  ): Promise<KeySecretDto> {
    return this.partners.reveal(id, partnerId);
  }

  @Post(':partnerId/public-keys')
  @Can('bank.manage')
  @ApiOperation({
    operationId: 'requestSnapPublicKey',
    summary: 'Asks a second person to accept another public key of the bank beside those it has',
  })
  @Accepted(ApprovalRequestedDto)
  addPublicKey(
    @IdParam('id', 'bank.not_found') id: number,
    @IdParam('partnerId', 'bank.key_not_found') partnerId: number,
    @Body() body: AddPublicKeyBody,
  ): Promise<ApprovalRequestedDto> {
    return this.partners.requestPublicKey(id, partnerId, body);
  }

  @Post(':partnerId/public-keys/removals')
  @HttpCode(204)
  @Can('bank.manage')
  @ApiOperation({
    operationId: 'removeSnapPublicKey',
    summary: 'Refuses a public key of the bank from now on',
  })
  @ApiNoContentResponse()
  removePublicKey(
    @IdParam('id', 'bank.not_found') id: number,
    @IdParam('partnerId', 'bank.key_not_found') partnerId: number,
    @Body() body: RemovePublicKeyBody,
  ): Promise<void> {
    return this.partners.removePublicKey(id, partnerId, body);
  }

  @Post(':partnerId/revocation')
  @HttpCode(204)
  @Can('bank.manage')
  @ApiOperation({
    operationId: 'revokeSnapPartner',
    summary: 'Refuses the SNAP credential from now on, everywhere within 5 seconds',
  })
  @ApiNoContentResponse()
  revoke(
    @IdParam('id', 'bank.not_found') id: number,
    @IdParam('partnerId', 'bank.key_not_found') partnerId: number,
    @Body() body: RevokeKeyBody,
  ): Promise<void> {
    return this.partners.revoke(id, partnerId, body);
  }
}
