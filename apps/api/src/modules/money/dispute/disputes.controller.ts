import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Can } from '../../../platform/access';
import { Accepted } from '../../../platform/http';
import { IdParam } from '../../../platform/validation';
import { AnswerDispute } from './answer-dispute.service';
import { BoundHolds } from './bound-holds.service';
import { DisputeQueries } from './dispute.queries';
import {
  DisputeDto,
  DisputeRequestDto,
  OpenDisputeBody,
  OrderCheckBody,
  ProlongHoldBody,
  ReleaseDisputeBody,
} from './dto/dispute.dto';
import { OpenDispute } from './open-dispute.service';

@ApiTags('bills')
@Controller('v1')
export class DisputesController {
  constructor(
    private readonly opening: OpenDispute,
    private readonly answering: AnswerDispute,
    private readonly holding: BoundHolds,
    private readonly queries: DisputeQueries,
  ) {}

  @Get('bills/:id/disputes')
  @Can('bill.read')
  @ApiOperation({
    operationId: 'listBillDisputes',
    summary: 'Who doubted this bill, and the answer; newest first',
  })
  @ApiOkResponse({ type: [DisputeDto] })
  ofBill(@IdParam('id', 'bill.not_found') id: number): Promise<DisputeDto[]> {
    return this.queries.ofBill(id);
  }

  @Post('bills/:id/disputes')
  @Can('bill.correct.request')
  @ApiOperation({
    operationId: 'openBillDispute',
    summary: 'The customer doubts the bill: its penalty stands still from today until the answer',
  })
  @ApiCreatedResponse({ type: DisputeDto })
  async open(
    @IdParam('id', 'bill.not_found') billId: number,
    @Body() body: OpenDisputeBody,
  ): Promise<DisputeDto> {
    const { id } = await this.opening.open({ billId, source: 'OFFICE', ...body });
    return this.queries.byId(id);
  }

  @Get('disputes/:id')
  @Can('bill.read')
  @ApiOperation({ operationId: 'getDispute', summary: 'One doubt about a bill' })
  @ApiOkResponse({ type: DisputeDto })
  one(@IdParam('id', 'dispute.not_found') id: number): Promise<DisputeDto> {
    return this.queries.byId(id);
  }

  @Post('disputes/:id/checks')
  @HttpCode(204)
  @Can('bill.correct.request')
  @ApiOperation({ operationId: 'orderMeterCheck', summary: 'Sends a reader to the meter, with a photo' })
  @ApiNoContentResponse()
  order(@IdParam('id', 'dispute.not_found') id: number, @Body() body: OrderCheckBody): Promise<void> {
    return this.answering.orderCheck(id, body.instruction);
  }

  @Post('disputes/:id/release')
  @Can('bill.correct.request')
  @ApiOperation({
    operationId: 'requestDisputeRelease',
    summary: 'Asks a second person to confirm the bill with a reason; the penalty goes on from then',
  })
  @Accepted(DisputeRequestDto)
  async release(
    @IdParam('id', 'dispute.not_found') id: number,
    @Body() body: ReleaseDisputeBody,
  ): Promise<DisputeRequestDto> {
    return { approval_id: await this.answering.askRelease(id, body.answer), status: 'PENDING' };
  }

  @Post('disputes/:id/hold')
  @Can('bill.correct.request')
  @ApiOperation({
    operationId: 'requestLongerHold',
    summary: 'Asks a second person to let the penalty of a doubt of the office stand still for longer',
  })
  @Accepted(DisputeRequestDto)
  async prolong(
    @IdParam('id', 'dispute.not_found') id: number,
    @Body() body: ProlongHoldBody,
  ): Promise<DisputeRequestDto> {
    return { approval_id: await this.holding.ask(id, body.reason), status: 'PENDING' };
  }
}
