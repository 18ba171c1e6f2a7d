import { Body, Controller, Get, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../../platform/access';
import { CorrectDrawerMove, CorrectionRequestedDto, CorrectMoveBody } from '../../../ground/collectors';
import { Accepted } from '../../../../platform/http';
import { ApiExport, ApiListQuery, sendExport, type ListParameters } from '../../../../platform/list';
import { IdParam } from '../../../../platform/validation';
import {
  ChangeDrawerBody,
  CreateDrawerBody,
  DepositDrawerBody,
  DrawerDetailDto,
  DrawerDifferenceBody,
  DrawerDifferenceDto,
  DrawerFeeBody,
  DrawerPageDto,
  DrawerRequestedDto,
  FloatDrawerBody,
} from '../dto/drawer.dto';
import { ChangeDrawerFee } from './change-drawer-fee.service';
import { DRAWER_COLUMNS, DRAWER_LIST, DrawerQueries } from './drawer.queries';
import { KeepDrawers } from './keep-drawers.service';
import { MoveDrawerMoney } from './move-drawer-money.service';

@ApiTags('counter')
@Controller('v1/counter/drawers')
export class DrawersController {
  constructor(
    private readonly drawers: DrawerQueries,
    private readonly keep: KeepDrawers,
    private readonly money: MoveDrawerMoney,
    private readonly corrections: CorrectDrawerMove,
    private readonly fees: ChangeDrawerFee,
  ) {}

  @Get()
  @Can('counter.read')
  @ApiOperation({ operationId: 'listDrawers', summary: 'Drawers, what is in them and who has them' })
  @ApiListQuery(DRAWER_LIST, DRAWER_COLUMNS)
  @ApiOkResponse({ type: DrawerPageDto })
  list(@Query() parameters: ListParameters): Promise<DrawerPageDto> {
    return this.drawers.page(parameters);
  }

  @Get('export')
  @Can('counter.read')
  @ApiExport('exportDrawers', DRAWER_LIST)
  export(@Query() parameters: ListParameters, @Res() reply: FastifyReply): FastifyReply {
    return sendExport(reply, 'loket', DRAWER_COLUMNS, this.drawers.all(parameters));
  }

  @Post()
  @Can('counter.supervise')
  @ApiOperation({ operationId: 'createDrawer', summary: 'Add a drawer' })
  @ApiCreatedResponse({ type: DrawerDetailDto })
  async create(@Body() body: CreateDrawerBody): Promise<DrawerDetailDto> {
    return this.drawers.one(await this.keep.create(body));
  }

  @Get(':id')
  @Can('counter.supervise')
  @ApiOperation({
    operationId: 'getDrawer',
    summary: 'A drawer and what was put in or taken out beside sales',
  })
  @ApiOkResponse({ type: DrawerDetailDto })
  one(@IdParam('id', 'counter.drawer_not_found') id: number): Promise<DrawerDetailDto> {
    return this.drawers.one(id);
  }

  @Patch(':id')
  @Can('counter.supervise')
  @ApiOperation({ operationId: 'changeDrawer', summary: 'Change a drawer or take it out of use' })
  @ApiOkResponse({ type: DrawerDetailDto })
  async change(
    @IdParam('id', 'counter.drawer_not_found') id: number,
    @Body() body: ChangeDrawerBody,
  ): Promise<DrawerDetailDto> {
    await this.keep.change(id, body);
    return this.drawers.one(id);
  }

  @Post(':id/fee')
  @Can('counter.supervise')
  @ApiOperation({
    operationId: 'requestDrawerFee',
    summary: 'Asks a second person to agree on what the counter asks for itself',
  })
  @Accepted(DrawerRequestedDto)
  fee(
    @IdParam('id', 'counter.drawer_not_found') id: number,
    @Body() body: DrawerFeeBody,
  ): Promise<DrawerRequestedDto> {
    return this.fees.request(id, body);
  }

  @Post(':id/deposits')
  @Can('counter.read')
  @ApiOperation({
    operationId: 'depositDrawer',
    summary: 'Takings brought to the bank, out of your own shift or of a drawer without one',
  })
  @ApiCreatedResponse({ type: DrawerDetailDto })
  async deposit(
    @IdParam('id', 'counter.drawer_not_found') id: number,
    @Body() body: DepositDrawerBody,
  ): Promise<DrawerDetailDto> {
    await this.money.deposit(id, body);
    return this.drawers.one(id);
  }

  @Post(':id/floats')
  @Can('counter.supervise')
  @ApiOperation({ operationId: 'floatDrawer', summary: 'Change money put into a drawer' })
  @ApiCreatedResponse({ type: DrawerDetailDto })
  async float(
    @IdParam('id', 'counter.drawer_not_found') id: number,
    @Body() body: FloatDrawerBody,
  ): Promise<DrawerDetailDto> {
    await this.money.float(id, body);
    return this.drawers.one(id);
  }

  @Post('moves/:id/correction')
  @Can('counter.supervise')
  @ApiOperation({
    operationId: 'requestMoveCorrection',
    summary:
      'Asks a second person to take back a float or deposit that was booked wrong, with what really happened in its place',
  })
  @Accepted(CorrectionRequestedDto)
  correct(
    @IdParam('id', 'counter.move_not_found') id: number,
    @Body() body: CorrectMoveBody,
  ): Promise<CorrectionRequestedDto> {
    return this.corrections.request(id, body);
  }

  @Post(':id/differences')
  @Can('counter.supervise')
  @ApiOperation({
    operationId: 'requestDrawerDifference',
    summary: 'Asks a second person to book what a drawer without a shift was found to hold',
  })
  @Accepted(DrawerDifferenceDto)
  difference(
    @IdParam('id', 'counter.drawer_not_found') id: number,
    @Body() body: DrawerDifferenceBody,
  ): Promise<DrawerDifferenceDto> {
    return this.money.request(id, body);
  }
}
