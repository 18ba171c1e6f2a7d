import { Body, Controller, Get, HttpCode, Param, Post, Sse, type MessageEvent } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { concatMap, type Observable } from 'rxjs';
import { Public } from '../../../../platform/access';
import { currentContext, currentLanguage } from '../../../../platform/context';
import { CheckOut } from '../../../money/checkout';
import { CreateIntentBody, PublicIntentDto } from '../../../money/checkout';
import { IntentQuota } from '../../../money/checkout';
import { PublicCheckouts } from './public-checkouts.service';
import { WatchIntents } from '../../../money/checkout';

@ApiTags('public')
@Controller('v1/public/intents')
export class PublicIntentsController {
  constructor(
    private readonly checkouts: PublicCheckouts,
    private readonly checkOut: CheckOut,
    private readonly quota: IntentQuota,
    private readonly watching: WatchIntents,
  ) {}

  @Post()
  @Public()
  @ApiOperation({
    operationId: 'createPublicIntent',
    summary: 'A VA number or QRIS code for the oldest bills; the open one for the same bills is given again',
  })
  @ApiCreatedResponse({ type: PublicIntentDto })
  create(@Body() body: CreateIntentBody): Promise<PublicIntentDto> {
    return this.checkouts.begin(body);
  }

  @Get(':token')
  @Public()
  @ApiOperation({ operationId: 'getPublicIntent', summary: 'How the checkout stands' })
  @ApiOkResponse({ type: PublicIntentDto })
  async one(@Param('token') token: string): Promise<PublicIntentDto> {
    return this.checkOut.view(await this.checkouts.find(token));
  }

  @Post(':token/recheck')
  @HttpCode(200)
  @Public()
  @ApiOperation({ operationId: 'recheckPublicIntent', summary: '"I have paid": asks the bank now' })
  @ApiOkResponse({ type: PublicIntentDto })
  async recheck(@Param('token') token: string): Promise<PublicIntentDto> {
    const intent = await this.checkouts.find(token);
    await this.quota.recheck(intent.id);
    return this.checkOut.recheck(intent);
  }

  @Sse(':token/events')
  @Public()
  @ApiOperation({
    operationId: 'watchPublicIntent',
    summary: 'Server-sent events: `status` with the same JSON at once and on every change',
  })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ type: String })
  async events(@Param('token') token: string): Promise<Observable<MessageEvent>> {
    const intent = await this.checkouts.find(token);
    const language = currentLanguage();
    return this.watching
      .watch(intent, currentContext()?.ip ?? '')
      .pipe(
        concatMap(async (news): Promise<MessageEvent> =>
          news.kind === 'ALIVE'
            ? { type: 'alive', data: '' }
            : { type: 'status', data: await this.checkOut.view(news.intent, language) },
        ),
      );
  }
}
