import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../../platform/access';
import { PublicCheckoutDto } from '../../checkout';
import { CounterBanksDto, CounterCheckoutBody } from '../dto/checkout.dto';
import { CounterCheckouts } from './counter-checkouts.service';

@ApiTags('counter')
@Controller('v1/counter')
export class CounterCheckoutsController {
  constructor(private readonly checkouts: CounterCheckouts) {}

  @Get('qris-banks')
  @Can('counter.sell')
  @ApiOperation({
    operationId: 'listCounterBanks',
    summary: 'Banks whose QRIS a customer can scan at the counter',
  })
  @ApiOkResponse({ type: CounterBanksDto })
  async banks(): Promise<CounterBanksDto> {
    return { data: await this.checkouts.offering() };
  }

  @Post('checkouts')
  @Can('counter.sell')
  @ApiOperation({
    operationId: 'beginCounterCheckout',
    summary:
      'A QRIS code for the customer at your counter; what it brings is listed by your shift, outside the drawer',
  })
  @ApiCreatedResponse({ type: PublicCheckoutDto })
  begin(@Body() body: CounterCheckoutBody): Promise<PublicCheckoutDto> {
    return this.checkouts.begin(body);
  }

  @Get('checkouts/:token')
  @Can('counter.sell')
  @ApiOperation({ operationId: 'getCounterCheckout', summary: 'Whether the code was paid' })
  @ApiOkResponse({ type: PublicCheckoutDto })
  one(@Param('token') token: string): Promise<PublicCheckoutDto> {
    return this.checkouts.one(token);
  }
}
