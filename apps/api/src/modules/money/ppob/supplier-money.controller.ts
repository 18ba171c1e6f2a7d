import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../platform/access';
import { Accepted } from '../../../platform/http';
import { ApiExport, ApiListQuery, sendExport, type ListParameters } from '../../../platform/list';
import { IdParam } from '../../../platform/validation';
import { ChangeSupplierTerms } from './supplier-money/change-terms.service';
import { PaySupplier } from './supplier-money/pay-supplier.service';
import {
  ReverseSupplierPaymentBody,
  SupplierMovementPageDto,
  SupplierPaymentBody,
  SupplierRequestedDto,
  SupplierTermsBody,
  ToldBalanceDto,
} from './supplier-money/supplier-money.dto';
import {
  SUPPLIER_MOVEMENT_CSV,
  SUPPLIER_MOVEMENT_SHAPE,
  SupplierMovements,
} from './supplier-money/supplier-movements.list';
import { WatchBalances } from './supplier-money/watch-balances.service';

@ApiTags('ppob')
@Controller('v1/ppob')
export class SupplierMoneyController {
  constructor(
    private readonly movements: SupplierMovements,
    private readonly payments: PaySupplier,
    private readonly terms: ChangeSupplierTerms,
    private readonly balances: WatchBalances,
  ) {}

  @Get('supplier-movements')
  @Can('supplier.read')
  @ApiOperation({
    operationId: 'listSupplierMovements',
    summary: 'What moved our deposits at suppliers and what we owe them, with the balance after each',
  })
  @ApiListQuery(SUPPLIER_MOVEMENT_SHAPE, SUPPLIER_MOVEMENT_CSV)
  @ApiOkResponse({ type: SupplierMovementPageDto })
  page(@Query() query: ListParameters): Promise<SupplierMovementPageDto> {
    return this.movements.page(query);
  }

  @Get('supplier-movements/export')
  @Can('supplier.read')
  @ApiExport('exportSupplierMovements', SUPPLIER_MOVEMENT_SHAPE)
  export(@Query() query: ListParameters, @Res() reply: FastifyReply): void {
    sendExport(reply, 'rekening-pemasok', SUPPLIER_MOVEMENT_CSV, this.movements.all(query));
  }

  @Post('supplier-movements/:id/reversal')
  @Can('ppob.manage')
  @ApiOperation({
    operationId: 'requestSupplierPaymentReversal',
    summary: 'Asks a second person to take back a payment that was booked by mistake or came back',
  })
  @Accepted(SupplierRequestedDto)
  reverse(
    @IdParam('id', 'supplier.payment_not_found') id: number,
    @Body() body: ReverseSupplierPaymentBody,
  ): Promise<SupplierRequestedDto> {
    return this.payments.requestReversal(id, body);
  }

  @Post('suppliers/:id/payments')
  @Can('ppob.manage')
  @ApiOperation({
    operationId: 'requestSupplierPayment',
    summary: 'Asks a second person to book what we paid a supplier: in advance, or for what it delivered',
  })
  @Accepted(SupplierRequestedDto)
  pay(
    @IdParam('id', 'supplier.not_found') id: number,
    @Body() body: SupplierPaymentBody,
  ): Promise<SupplierRequestedDto> {
    return this.payments.request(id, body);
  }

  @Post('suppliers/:id/terms')
  @Can('ppob.manage')
  @ApiOperation({
    operationId: 'requestSupplierTerms',
    summary: 'Asks a second person to have a supplier paid later or in advance',
  })
  @Accepted(SupplierRequestedDto)
  changeTerms(
    @IdParam('id', 'supplier.not_found') id: number,
    @Body() body: SupplierTermsBody,
  ): Promise<SupplierRequestedDto> {
    return this.terms.request(id, body);
  }

  @Post('suppliers/:id/balance-inquiry')
  @HttpCode(200)
  @Can('supplier.read')
  @ApiOperation({
    operationId: 'askSupplierBalance',
    summary: 'Asks the supplier now what it holds of ours, and compares it with our books',
  })
  @ApiOkResponse({ type: ToldBalanceDto })
  askBalance(@IdParam('id', 'supplier.not_found') id: number): Promise<ToldBalanceDto> {
    return this.balances.askNow(id);
  }
}
