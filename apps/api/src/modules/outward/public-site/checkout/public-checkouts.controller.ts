import { Body, Controller, Get, HttpCode, Param, Post, Sse, type MessageEvent } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { concatMap, type Observable } from 'rxjs';
import { Public } from '../../../../platform/access';
import { currentContext, currentLanguage } from '../../../../platform/context';
import { GuideCheckout } from '../../../money/checkout';
import { CreateCheckoutBody, PublicCheckoutDto } from '../../../money/checkout';
import { CheckoutQuota } from '../../../money/checkout';
import { PublicCheckouts } from './public-checkouts.service';
import { WatchCheckouts } from '../../../money/checkout';

@ApiTags('public')
@Controller('v1/public/intents')
export class PublicCheckoutsController {
  constructor(
    private readonly checkouts: PublicCheckouts,
    private readonly guide: GuideCheckout,
    private readonly quota: CheckoutQuota,
    private readonly watching: WatchCheckouts,
  ) {}

  @Post()
  @Public()
  @ApiOperation({
    operationId: 'createPublicCheckout',
    summary: 'A VA number or QRIS code for the oldest bills; the open one for the same bills is given again',
  })
  @ApiCreatedResponse({ type: PublicCheckoutDto })
  create(@Body() body: CreateCheckoutBody): Promise<PublicCheckoutDto> {
    return this.checkouts.begin(body);
  }

  @Get(':token')
  @Public()
  @ApiOperation({ operationId: 'getPublicCheckout', summary: 'How the checkout stands' })
  @ApiOkResponse({ type: PublicCheckoutDto })
  async one(@Param('token') token: string): Promise<PublicCheckoutDto> {
    return this.guide.view(await this.checkouts.find(token));
  }

  @Post(':token/recheck')
  @HttpCode(200)
  @Public()
  @ApiOperation({ operationId: 'recheckPublicCheckout', summary: '"I have paid": asks the bank now' })
  @ApiOkResponse({ type: PublicCheckoutDto })
  async recheck(@Param('token') token: string): Promise<PublicCheckoutDto> {
    const checkout = await this.checkouts.find(token);
    await this.quota.recheck(checkout.id);
    return this.guide.recheck(checkout);
  }

  @Sse(':token/events')
  @Public()
  @ApiOperation({
    operationId: 'watchPublicCheckout',
    summary: 'Server-sent events: `status` with the same JSON at once and on every change',
  })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ type: String })
  async events(@Param('token') token: string): Promise<Observable<MessageEvent>> {
    const checkout = await this.checkouts.find(token);
    const language = currentLanguage();
    return this.watching
      .watch(checkout, currentContext()?.ip ?? '')
      .pipe(
        concatMap(async (news): Promise<MessageEvent> =>
          news.kind === 'ALIVE'
            ? { type: 'alive', data: '' }
            : { type: 'status', data: await this.guide.view(news.checkout, language) },
        ),
      );
  }
}
