import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../../platform/access';
import { ApiExport, ApiListQuery, sendExport, type ListParameters } from '../../../../platform/list';
import { IdParam } from '../../../../platform/validation';
import { CountBody, HandOverBody } from '../dto/cash.dto';
import { OpenShiftBody, OwnShiftDto, ShiftDto, ShiftPageDto } from '../dto/shift.dto';
import { CloseShift } from './close-shift.service';
import { ClosingSheet } from './closing-sheet.service';
import { HandOverShift } from './hand-over-shift.service';
import { OpenShift } from './open-shift.service';
import { SHIFT_COLUMNS, SHIFT_LIST_SHAPE, ShiftQueries } from './shift.queries';

@ApiTags('counter')
@Controller('v1/counter/shifts')
export class ShiftsController {
  constructor(
    private readonly opening: OpenShift,
    private readonly closing: CloseShift,
    private readonly handing: HandOverShift,
    private readonly shifts: ShiftQueries,
    private readonly sheets: ClosingSheet,
  ) {}

  @Get()
  @Can('counter.read')
  @ApiOperation({ operationId: 'listShifts', summary: 'Shifts; a cashier sees their own' })
  @ApiListQuery(SHIFT_LIST_SHAPE, SHIFT_COLUMNS)
  @ApiOkResponse({ type: ShiftPageDto })
  list(@Query() parameters: ListParameters): Promise<ShiftPageDto> {
    return this.shifts.page(parameters);
  }

  @Get('export')
  @Can('counter.read')
  @ApiExport('exportShifts', SHIFT_LIST_SHAPE)
  export(@Query() parameters: ListParameters, @Res() reply: FastifyReply): FastifyReply {
    return sendExport(reply, 'shift-loket', SHIFT_COLUMNS, this.shifts.all(parameters));
  }

  @Get('own')
  @Can('counter.sell')
  @ApiOperation({ operationId: 'getOwnShift', summary: 'Your shift that is not closed, if there is one' })
  @ApiOkResponse({ type: OwnShiftDto })
  async own(): Promise<OwnShiftDto> {
    return { shift: await this.shifts.own() };
  }

  @Post()
  @Can('counter.sell')
  @ApiOperation({ operationId: 'openShift', summary: 'Counts a drawer and takes it over' })
  @ApiCreatedResponse({ type: ShiftDto })
  async open(@Body() body: OpenShiftBody): Promise<ShiftDto> {
    return this.shifts.one(await this.opening.open(body));
  }

  @Get(':id')
  @Can('counter.read')
  @ApiOperation({ operationId: 'getShift', summary: 'A shift with all that happened in it' })
  @ApiOkResponse({ type: ShiftDto })
  one(@IdParam('id', 'counter.shift_not_found') id: number): Promise<ShiftDto> {
    return this.shifts.one(id);
  }

  @Post(':id/close')
  @HttpCode(200)
  @Can('counter.sell')
  @ApiOperation({
    operationId: 'closeShift',
    summary: 'Counts your drawer; a difference above the limit waits for a second person',
  })
  @ApiOkResponse({ type: ShiftDto })
  async close(
    @IdParam('id', 'counter.shift_not_found') id: number,
    @Body() body: CountBody,
  ): Promise<ShiftDto> {
    await this.closing.close(id, body);
    return this.shifts.one(id);
  }

  @Post(':id/close-for-cashier')
  @HttpCode(200)
  @Can('counter.supervise')
  @ApiOperation({
    operationId: 'closeShiftForCashier',
    summary:
      'Counts the drawer of a cashier who is not there; a difference above the limit waits for a second person',
  })
  @ApiOkResponse({ type: ShiftDto })
  async closeFor(
    @IdParam('id', 'counter.shift_not_found') id: number,
    @Body() body: CountBody,
  ): Promise<ShiftDto> {
    await this.closing.close(id, body, 'ANOTHERS');
    return this.shifts.one(id);
  }

  @Post(':id/hand-over')
  @HttpCode(200)
  @Can('counter.sell')
  @ApiOperation({
    operationId: 'handOverShift',
    summary: 'Counts your drawer once and hands it to a cashier who signs with their own password',
  })
  @ApiOkResponse({ type: ShiftDto, description: 'Yours, closed; handed_to is theirs' })
  async handOver(
    @IdParam('id', 'counter.shift_not_found') id: number,
    @Body() body: HandOverBody,
  ): Promise<ShiftDto> {
    await this.handing.handOver(id, body);
    return this.shifts.one(id);
  }

  @Get(':id/closing-sheet')
  @Can('counter.read')
  @ApiOperation({ operationId: 'printClosingSheet', summary: 'The closing sheet of a shift, to be signed' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  sheet(
    @IdParam('id', 'counter.shift_not_found') id: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    void reply
      .header('Content-Type', 'application/pdf')
      .header('Content-Disposition', `inline; filename="tutup-shift-${String(id)}.pdf"`);
    return this.sheets.print(id);
  }
}
