import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../platform/access';
import { currentStaff } from '../../../platform/context';
import { Accepted } from '../../../platform/http';
import { ApiExport, ApiListQuery, sendExport, type ListParameters } from '../../../platform/list';
import { IdParam } from '../../../platform/validation';
import { CodeHalves } from './code-halves.service';
import { ChangeUser } from './change-user.service';
import { CreateUser } from './create-user.service';
import { ChangeUserBody, CreateUserBody, UserDto, UserPageDto } from './dto/user.dto';
import { SessionDto } from './dto/auth.dto';
import { CodeHalfDto } from './dto/code.dto';
import { RequestUserBody, RequestUserChangeBody, UserRequestedDto } from './dto/user-request.dto';
import { EndSession } from './end-session.service';
import { PrivilegedUsers } from './privileged-users.service';
import { SessionQueries } from './sessions.queries';
import { USER_COLUMNS } from './user-export';
import { USER_LIST, UserQueries } from './users.queries';

@ApiTags('users')
@Controller('v1/users')
export class UsersController {
  constructor(
    private readonly users: UserQueries,
    private readonly createUser: CreateUser,
    private readonly changeUser: ChangeUser,
    private readonly privileged: PrivilegedUsers,
    private readonly halves: CodeHalves,
    private readonly sessions: SessionQueries,
    private readonly ending: EndSession,
  ) {}

  @Get()
  @Can('user.manage')
  @ApiOperation({ operationId: 'listUsers', summary: 'Staff' })
  @ApiListQuery(USER_LIST, USER_COLUMNS)
  @ApiOkResponse({ type: UserPageDto })
  list(@Query() parameters: ListParameters): Promise<UserPageDto> {
    return this.users.page(parameters);
  }

  @Get('export')
  @Can('user.manage')
  @ApiExport('exportUsers', USER_LIST)
  export(@Query() parameters: ListParameters, @Res() reply: FastifyReply): FastifyReply {
    return sendExport(reply, 'pengguna', USER_COLUMNS, this.users.all(parameters));
  }

  @Get(':id')
  @Can('user.manage')
  @ApiOperation({ operationId: 'getUser', summary: 'A member of staff' })
  @ApiOkResponse({ type: UserDto })
  one(@IdParam('id', 'user.not_found') id: number): Promise<UserDto> {
    return this.users.one(id);
  }

  @Post()
  @Can('user.manage')
  @ApiOperation({
    operationId: 'createUser',
    summary: 'Add a member of staff who neither asks for nor decides what needs two people',
  })
  @ApiCreatedResponse({ type: UserDto })
  async create(@Body() body: CreateUserBody): Promise<UserDto> {
    return this.users.one(await this.createUser.execute(body));
  }

  @Patch(':id')
  @Can('user.manage')
  @ApiOperation({
    operationId: 'changeUser',
    summary: 'Change name, role, state or password of a member of staff',
  })
  @ApiOkResponse({ type: UserDto })
  async change(@IdParam('id', 'user.not_found') id: number, @Body() body: ChangeUserBody): Promise<UserDto> {
    await this.changeUser.execute(id, body);
    return this.users.one(id);
  }

  @Get(':id/sessions')
  @Can('user.manage')
  @ApiOperation({ operationId: 'listUserSessions', summary: 'Where a member of staff is signed in' })
  @ApiOkResponse({ type: [SessionDto] })
  async sessionsOf(@IdParam('id', 'user.not_found') id: number): Promise<SessionDto[]> {
    const user = await this.users.one(id);
    return this.sessions.ofUser(user.id, currentStaff().sessionId);
  }

  @Delete(':id/sessions/:sessionId')
  @HttpCode(204)
  @Can('user.manage')
  @ApiOperation({ operationId: 'endUserSession', summary: 'Sign a member of staff out at one place' })
  @ApiNoContentResponse()
  endSession(
    @IdParam('id', 'user.not_found') id: number,
    @Param('sessionId') sessionId: string,
  ): Promise<void> {
    return this.ending.endOf(id, sessionId);
  }

  @Post('requests')
  @Can('user.manage')
  @ApiOperation({
    operationId: 'requestUser',
    summary: 'Asks a second person for a new member of staff; a one-time code in two halves lets them in',
  })
  @Accepted(UserRequestedDto)
  requestNew(@Body() body: RequestUserBody): Promise<UserRequestedDto> {
    return this.privileged.requestNew(body);
  }

  @Post(':id/requests')
  @Can('user.manage')
  @ApiOperation({
    operationId: 'requestUserChange',
    summary: 'Asks a second person to change somebody who asks for or decides what needs two people',
  })
  @Accepted(UserRequestedDto)
  requestChange(
    @IdParam('id', 'user.not_found') id: number,
    @Body() body: RequestUserChangeBody,
  ): Promise<UserRequestedDto> {
    return this.privileged.requestChange(id, body);
  }

  @Post('code-halves/:approvalId')
  @HttpCode(200)
  @Can('user.manage')
  @ApiOperation({
    operationId: 'showCodeHalf',
    summary: 'Half of a one-time code, once: the first to whoever asked, the second to whoever agreed',
  })
  @ApiOkResponse({ type: CodeHalfDto })
  half(@IdParam('approvalId', 'approval.not_found') approvalId: number): Promise<CodeHalfDto> {
    return this.halves.show(approvalId);
  }
}
