import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/access';
import { IdParam } from '../../../platform/validation';
import { CancelCheckoutBody, CheckoutAskedDto, CheckoutClosedDto } from './staff-checkouts.dto';
import { StaffCheckouts } from './staff-checkouts.service';

@ApiTags('checkouts')
@Controller('v1/checkouts')
export class StaffCheckoutsController {
  constructor(private readonly checkouts: StaffCheckouts) {}

  @Post(':id/cancellation')
  @HttpCode(200)
  @Can('intent.manage')
  @ApiOperation({ operationId: 'cancelCheckout', summary: 'End an open checkout, here and at the bank' })
  @ApiOkResponse({ type: CheckoutClosedDto })
  async cancel(
    @IdParam('id', 'intent.not_found') id: number,
    @Body() { reason }: CancelCheckoutBody,
  ): Promise<CheckoutClosedDto> {
    return { closed_at_bank: await this.checkouts.cancel(id, reason) };
  }

  @Post(':id/bank-inquiries')
  @HttpCode(200)
  @Can('intent.manage')
  @ApiOperation({
    operationId: 'askBankAboutCheckout',
    summary: 'Ask the bank now; a payment it tells of is booked',
  })
  @ApiOkResponse({ type: CheckoutAskedDto })
  async ask(@IdParam('id', 'intent.not_found') id: number): Promise<CheckoutAskedDto> {
    return { bank_says: await this.checkouts.ask(id) };
  }
}
