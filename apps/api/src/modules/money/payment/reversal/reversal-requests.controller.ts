import { Body, Controller, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../../platform/access';
import { Accepted } from '../../../../platform/http';
import { IdParam } from '../../../../platform/validation';
import { RequestReversal } from './request-reversal.service';
import { RequestReversalBody, ReversalRequestDto } from './reversal-request.dto';

@ApiTags('payments')
@Controller('v1/payments')
export class ReversalRequestsController {
  constructor(private readonly reversals: RequestReversal) {}

  @Post(':id/reversal-requests')
  @Can('payment.reverse.request')
  @ApiOperation({
    operationId: 'requestPaymentReversal',
    summary: 'Asks a second person to reverse the payment',
  })
  @Accepted(ReversalRequestDto)
  requestReversal(
    @IdParam('id', 'payment.not_found') id: number,
    @Body() body: RequestReversalBody,
  ): Promise<ReversalRequestDto> {
    return this.reversals.request(id, body.reason);
  }
}
