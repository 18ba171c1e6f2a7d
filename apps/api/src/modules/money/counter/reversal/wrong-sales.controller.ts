import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../../platform/access';
import { IdParam } from '../../../../platform/validation';
import {
  HandedBackDto,
  ReversedSaleDto,
  ReverseSaleBody,
  WrongSaleBody,
  WrongSaleDto,
} from '../dto/reversal.dto';
import { HandBackSale } from './hand-back-sale.service';
import { ReportWrongSale } from './report-wrong-sale.service';
import { ReverseSale } from './reverse-sale.service';

@ApiTags('counter')
@Controller('v1/counter')
export class WrongSalesController {
  constructor(
    private readonly reversing: ReverseSale,
    private readonly reporting: ReportWrongSale,
    private readonly handing: HandBackSale,
  ) {}

  @Post('payments/:id/reversal')
  @HttpCode(200)
  @Can('counter.sell')
  @ApiOperation({
    operationId: 'reverseCounterPayment',
    summary: 'Takes back a water payment of your open shift; a supervisor signs with their own password',
  })
  @ApiOkResponse({ type: ReversedSaleDto })
  reverse(
    @IdParam('id', 'payment.not_found') id: number,
    @Body() body: ReverseSaleBody,
  ): Promise<ReversedSaleDto> {
    return this.reversing.reverse(id, body);
  }

  @Post('payments/:id/case')
  @HttpCode(200)
  @Can('counter.sell')
  @ApiOperation({
    operationId: 'reportWrongCounterPayment',
    summary: 'Tells the office of a wrong payment whose shift is over',
  })
  @ApiOkResponse({ type: WrongSaleDto })
  async report(
    @IdParam('id', 'payment.not_found') id: number,
    @Body() body: WrongSaleBody,
  ): Promise<WrongSaleDto> {
    return { case_id: await this.reporting.open(id, body) };
  }

  @Post('sales/:id/hand-back')
  @HttpCode(200)
  @Can('counter.sell')
  @ApiOperation({
    operationId: 'handBackSale',
    summary: 'Pays back in cash, in your open shift, a sale of your drawer that failed',
  })
  @ApiOkResponse({ type: HandedBackDto })
  handBack(@IdParam('id', 'ppob.not_found') id: number): Promise<HandedBackDto> {
    return this.handing.handBack(id);
  }
}
