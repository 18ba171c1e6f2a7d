import { Body, Controller, Get, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../platform/access';
import { ApiCsvExport, ApiListQuery, sendCsv, type ListParameters } from '../../../platform/list';
import { IdParam } from '../../../platform/validation';
import { ChangeUser } from './change-user.service';
import { CreateUser } from './create-user.service';
import { ChangeUserBody, CreateUserBody, UserDto, UserPageDto } from './dto/user.dto';
import { USER_COLUMNS } from './user-export';
import { USER_LIST, UserQueries } from './users.queries';

@ApiTags('users')
@Controller('v1/users')
export class UsersController {
  constructor(
    private readonly users: UserQueries,
    private readonly createUser: CreateUser,
    private readonly changeUser: ChangeUser,
  ) {}

  @Get()
  @Can('user.manage')
  @ApiOperation({ operationId: 'listUsers', summary: 'Staff' })
  @ApiListQuery(USER_LIST)
  @ApiOkResponse({ type: UserPageDto })
  list(@Query() parameters: ListParameters): Promise<UserPageDto> {
    return this.users.page(parameters);
  }

  @Get('export')
  @Can('user.manage')
  @ApiCsvExport('exportUsers', USER_LIST)
  export(@Query() parameters: ListParameters, @Res() reply: FastifyReply): FastifyReply {
    return sendCsv(reply, 'pengguna.csv', USER_COLUMNS, this.users.all(parameters));
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
  @ApiOperation({ operationId: 'createUser', summary: 'Add a member of staff' })
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
}
