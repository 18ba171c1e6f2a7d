import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiCookieAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../../platform/access';
import { Problem } from '../../../platform/problem';
import { deviceOf } from './device';
import { LogInBody, SessionTokenDto } from './dto/auth.dto';
import { LogIn } from './log-in.service';
import { RefreshSession } from './refresh-session.service';
import { SecurityLog } from './security-log';
import { SessionAnswers } from './session-answers';
import { SessionCookie } from './session-cookie';

@ApiTags('auth')
@Controller('v1/auth')
export class AuthController {
  constructor(
    private readonly logInService: LogIn,
    private readonly refreshService: RefreshSession,
    private readonly cookie: SessionCookie,
    private readonly answers: SessionAnswers,
    private readonly security: SecurityLog,
  ) {}

  @Post('login')
  @HttpCode(200)
  @Public()
  @ApiOperation({ operationId: 'logIn', summary: 'Log in; also sets the refresh cookie' })
  @ApiOkResponse({ type: SessionTokenDto })
  async logIn(
    @Body() body: LogInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionTokenDto> {
    return this.answers.give(reply, await this.logInService.execute(body, deviceOf(request)));
  }

  @Post('refresh')
  @HttpCode(200)
  @Public()
  @ApiCookieAuth()
  @ApiOperation({
    operationId: 'refreshSession',
    summary: 'Exchange the refresh cookie for a new access token',
  })
  @ApiOkResponse({ type: SessionTokenDto })
  async refresh(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionTokenDto> {
    await this.assertOurOrigin(request);
    const token = this.cookie.read(request);
    if (token === null) throw new Problem('auth.session_ended');
    return this.answers.give(reply, await this.refreshService.execute(token));
  }

  private async assertOurOrigin(request: FastifyRequest): Promise<void> {
    if (this.cookie.isOurOrigin(request)) return;
    await this.security.record({
      action: 'security.origin_denied',
      entityType: 'user_session',
      entityId: null,
      after: { origin: request.headers.origin?.slice(0, 200) ?? null },
    });
    throw new Problem('auth.origin_denied');
  }
}
