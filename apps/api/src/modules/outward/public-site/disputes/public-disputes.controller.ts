import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../../../../platform/access';
import { PublicLimits } from '../public-limits';
import { PublicDisputeBody, PublicDisputeDto } from './dispute.dto';
import { PublicDisputes } from './public-disputes.service';

@ApiTags('public')
@Controller('v1/public')
export class PublicDisputesController {
  constructor(
    private readonly disputes: PublicDisputes,
    private readonly limits: PublicLimits,
  ) {}

  @Post('inquiries/:token/disputes')
  @Public()
  @ApiOperation({
    operationId: 'openPublicDispute',
    summary:
      'Doubts a bill of the inquiry; its penalty stands still until the answer. The bill stays payable',
  })
  @ApiCreatedResponse({ type: PublicDisputeDto })
  open(@Param('token') token: string, @Body() body: PublicDisputeBody): Promise<PublicDisputeDto> {
    return this.limits.follow(token, () => this.disputes.open(token, body));
  }

  @Get('disputes/:ticket')
  @Public()
  @ApiOperation({
    operationId: 'getPublicDispute',
    summary: 'What became of a doubt, by the number of its ticket',
  })
  @ApiOkResponse({ type: PublicDisputeDto })
  one(@Param('ticket') ticket: string): Promise<PublicDisputeDto> {
    return this.limits.follow(ticket, () => this.disputes.byTicket(ticket));
  }
}
