import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../../platform/access';
import {
  ApiExport,
  ApiListQuery,
  sendExport,
  type ListParameters,
  type PageOf,
} from '../../../../platform/list';
import { IdParam } from '../../../../platform/validation';
import { ApplyNotification } from '../../../money/checkout';
import { SendTestNotification } from './send-test-notification.service';
import { SendTestNotificationBody, TestNotificationDto } from './test-notification.dto';
import { WebhookInbox } from '../../../money/checkout';
import { WebhookMessageDto, WebhookMessagePageDto } from './webhook-message.dto';
import { WEBHOOK_COLUMNS } from './webhook-message-export';
import { WEBHOOK_LIST, WebhookMessages } from './webhook-message.queries';

@ApiTags('webhooks')
@Controller('v1/webhook-inbox')
export class WebhookInboxController {
  constructor(
    private readonly messages: WebhookMessages,
    private readonly inbox: WebhookInbox,
    private readonly notifications: ApplyNotification,
    private readonly tests: SendTestNotification,
  ) {}

  @Get()
  @Can('bank.log.read')
  @ApiOperation({ operationId: 'listWebhookMessages', summary: 'Notifications of banks, newest first' })
  @ApiListQuery(WEBHOOK_LIST, WEBHOOK_COLUMNS)
  @ApiOkResponse({ type: WebhookMessagePageDto })
  list(@Query() parameters: ListParameters): Promise<PageOf<WebhookMessageDto>> {
    return this.messages.list(parameters);
  }

  @Get('export')
  @Can('bank.log.read')
  @ApiExport('exportWebhookMessages', WEBHOOK_LIST)
  export(@Query() parameters: ListParameters, @Res() reply: FastifyReply): FastifyReply {
    return sendExport(reply, 'notifikasi-bank', WEBHOOK_COLUMNS, this.messages.all(parameters));
  }

  @Get(':id')
  @Can('bank.log.read')
  @ApiOperation({ operationId: 'getWebhookMessage', summary: 'One notification with what became of it' })
  @ApiOkResponse({ type: WebhookMessageDto })
  one(@IdParam('id', 'webhook.not_found') id: number): Promise<WebhookMessageDto> {
    return this.messages.one(id);
  }

  @Post('test-notifications')
  @HttpCode(200)
  @Can('webhook.manage')
  @ApiOperation({
    operationId: 'sendTestNotification',
    summary:
      'Sends a notification as the bank would, with its key and through the same door; it moves no money',
  })
  @ApiOkResponse({ type: TestNotificationDto })
  test(@Body() body: SendTestNotificationBody): Promise<TestNotificationDto> {
    return this.tests.send(body.bank_id);
  }

  @Post(':id/retry')
  @HttpCode(200)
  @Can('webhook.manage')
  @ApiOperation({
    operationId: 'retryWebhookMessage',
    summary: 'Applies a dead or waiting notification again, now',
  })
  @ApiOkResponse({ type: WebhookMessageDto })
  async retry(@IdParam('id', 'webhook.not_found') id: number): Promise<WebhookMessageDto> {
    await this.inbox.retry(id);
    await this.notifications.run(id);
    return this.messages.one(id);
  }
}
