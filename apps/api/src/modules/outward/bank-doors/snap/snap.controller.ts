import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedBy } from '../../../../platform/access';
import { snapCallOf } from '../../../bank-gateway/security';
import { IssueSnapToken } from './issue-token.service';
import { QrNotifications } from './qr-notification.service';
import { SnapAnswerDto, SnapQrNotificationBody, SnapTokenAnswerDto, SnapTokenBody } from './snap.dto';

@ApiTags('snap')
@Controller('snap/v1.0')
export class SnapController {
  constructor(
    private readonly tokens: IssueSnapToken,
    private readonly notifications: QrNotifications,
  ) {}

  @Post('access-token/b2b')
  @HttpCode(200)
  @SignedBy('SNAP')
  @ApiOperation({ operationId: 'snapIssueToken', summary: 'SNAP BI 73: an access token for 900 seconds' })
  @ApiBody({ type: SnapTokenBody })
  @ApiOkResponse({ type: SnapTokenAnswerDto })
  async token(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const call = snapCallOf(request);
    void reply.header('X-CLIENT-KEY', call.partner.clientKey);
    return this.tokens.issue(call, request.body);
  }

  @Post('qr/qr-mpm-notify')
  @HttpCode(200)
  @SignedBy('SNAP')
  @ApiOperation({ operationId: 'snapNotifyQr', summary: 'SNAP BI 52: a QRIS was paid, or was not' })
  @ApiBody({ type: SnapQrNotificationBody })
  @ApiOkResponse({ type: SnapAnswerDto })
  async notify(@Req() request: FastifyRequest): Promise<object> {
    const call = snapCallOf(request);
    return this.notifications.receive(call, request.body);
  }
}
