import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../../platform/access';
import { ApiExport, ApiListQuery, sendExport, type ListParameters } from '../../../../platform/list';
import { IdParam } from '../../../../platform/validation';
import { RequestAdjustment } from '../actions/request-adjustment.service';
import { WithdrawDecision } from '../actions/withdraw-decision.service';
import {
  AdjustItemBody,
  AdjustmentRequestedDto,
  ItemDetailDto,
  ItemPageDto,
  WithdrawDecisionBody,
} from '../dto/item.dto';
import { ITEM_COLUMNS, ITEM_LIST } from './item.list';
import { ItemQueries } from './item.queries';
import { PrintClaim } from './print-claim.service';

@ApiTags('reconciliation')
@Controller('v1/reconciliation/items')
export class ItemsController {
  constructor(
    private readonly items: ItemQueries,
    private readonly adjustments: RequestAdjustment,
    private readonly withdrawals: WithdrawDecision,
    private readonly claims: PrintClaim,
  ) {}

  @Get()
  @Can('reconciliation.read')
  @ApiOperation({
    operationId: 'listReconciliationItems',
    summary: 'What was found, matched and not, with its amounts',
  })
  @ApiListQuery(ITEM_LIST, ITEM_COLUMNS)
  @ApiOkResponse({ type: ItemPageDto })
  list(@Query() parameters: ListParameters): Promise<ItemPageDto> {
    return this.items.page(parameters);
  }

  @Get('export')
  @Can('reconciliation.read')
  @ApiExport('exportReconciliationItems', ITEM_LIST)
  export(@Query() parameters: ListParameters, @Res() reply: FastifyReply): FastifyReply {
    return sendExport(reply, 'rekonsiliasi-detail', ITEM_COLUMNS, this.items.all(parameters));
  }

  @Get(':id')
  @Can('reconciliation.read')
  @ApiOperation({
    operationId: 'getReconciliationItem',
    summary: "An item with its evidence: our payment, the signed request, the file's line",
  })
  @ApiOkResponse({ type: ItemDetailDto })
  one(@IdParam('id', 'reconciliation.item_not_found') id: number): Promise<ItemDetailDto> {
    return this.items.one(id);
  }

  @Post(':id/adjustment')
  @HttpCode(202)
  @Can('reconciliation.manage')
  @ApiOperation({
    operationId: 'requestReconciliationAdjustment',
    summary: 'Asks a second person to settle a difference',
  })
  @ApiAcceptedResponse({ type: AdjustmentRequestedDto })
  async adjust(
    @IdParam('id', 'reconciliation.item_not_found') id: number,
    @Body() body: AdjustItemBody,
  ): Promise<AdjustmentRequestedDto> {
    return { approval_id: await this.adjustments.request(id, body), status: 'PENDING' };
  }

  @Post(':id/withdrawal')
  @HttpCode(202)
  @Can('reconciliation.manage')
  @ApiOperation({
    operationId: 'requestReconciliationWithdrawal',
    summary: 'Asks a second person to take back what was decided, while the day is open',
  })
  @ApiAcceptedResponse({ type: AdjustmentRequestedDto })
  async withdraw(
    @IdParam('id', 'reconciliation.item_not_found') id: number,
    @Body() { reason }: WithdrawDecisionBody,
  ): Promise<AdjustmentRequestedDto> {
    return { approval_id: await this.withdrawals.request(id, reason), status: 'PENDING' };
  }

  @Get(':id/claim-letter')
  @Can('reconciliation.read')
  @ApiOperation({ operationId: 'printClaimLetter', summary: 'The letter of a claim on a bank' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async letter(
    @IdParam('id', 'reconciliation.item_not_found') id: number,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return reply
      .type('application/pdf')
      .header('Content-Disposition', `inline; filename="surat-klaim-${String(id)}.pdf"`)
      .send(await this.claims.print(id));
  }
}
