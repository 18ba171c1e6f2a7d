import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../../platform/access';
import { IdParam } from '../../../../platform/validation';
import { RequestReversal } from './request-reversal.service';
import { RequestReversalBody, ReversalRequestDto } from './reversal-request.dto';

@ApiTags('payments')
@Controller('v1/payments')
export class ReversalRequestsController {
  constructor(private readonly reversals: RequestReversal) {}

  @Post(':id/reversal-requests')
  @HttpCode(202)
  @Can('payment.reverse.request')
  @ApiOperation({
    operationId: 'requestPaymentReversal',
    summary: 'Asks a second person to reverse the payment',
  })
  @ApiAcceptedResponse({ type: ReversalRequestDto })
  requestReversal(
    @IdParam('id', 'payment.not_found') id: number,
    @Body() body: RequestReversalBody,
  ): Promise<ReversalRequestDto> {
    return this.reversals.request(id, body.reason);
  }
}
