import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn } from '../../../platform/access';
import { currentStaff } from '../../../platform/context';
import { ChangePassword } from './change-password.service';
import { deviceOf } from './device';
import { ChangePasswordBody, SessionDto, SignedInUserDto } from './dto/auth.dto';
import { EndSession } from './end-session.service';
import { SessionCookie } from './session-cookie';
import { SessionQueries } from './sessions.queries';
import { UserQueries } from './users.queries';

/** What everybody may do with the own account. */
@ApiTags('auth')
@Controller('v1/auth')
export class OwnAccountController {
  constructor(
    private readonly endSessionService: EndSession,
    private readonly changePasswordService: ChangePassword,
    private readonly cookie: SessionCookie,
    private readonly sessionQueries: SessionQueries,
    private readonly users: UserQueries,
  ) {}

  @Post('logout')
  @HttpCode(204)
  @SignedIn()
  @ApiOperation({ operationId: 'logOut', summary: 'End this session' })
  @ApiNoContentResponse()
  async logOut(@Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { id, sessionId } = currentStaff();
    await this.endSessionService.logOut(id, sessionId);
    this.cookie.clear(reply);
  }

  @Get('me')
  @SignedIn()
  @ApiOperation({ operationId: 'getSignedInUser', summary: 'Who is signed in' })
  @ApiOkResponse({ type: SignedInUserDto })
  me(): Promise<SignedInUserDto> {
    return this.users.signedIn(currentStaff().id);
  }

  @Post('password')
  @HttpCode(204)
  @SignedIn()
  @ApiOperation({
    operationId: 'changePassword',
    summary: 'Change the own password',
    description:
      'Every session ends at once, also this one; the refresh cookie of the answer opens a new one.',
  })
  @ApiNoContentResponse()
  async changePassword(
    @Body() body: ChangePasswordBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const session = await this.changePasswordService.execute(currentStaff().id, body, deviceOf(request));
    this.cookie.write(reply, session);
  }

  @Get('sessions')
  @SignedIn()
  @ApiOperation({ operationId: 'listSessions', summary: 'Where the own account is signed in' })
  @ApiOkResponse({ type: [SessionDto] })
  sessions(): Promise<SessionDto[]> {
    const { id, sessionId } = currentStaff();
    return this.sessionQueries.ofUser(id, sessionId);
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @SignedIn()
  @ApiOperation({ operationId: 'endSession', summary: 'End one of the own sessions' })
  @ApiNoContentResponse()
  endSession(@Param('id') id: string): Promise<void> {
    return this.endSessionService.endOwn(currentStaff().id, id);
  }
}
