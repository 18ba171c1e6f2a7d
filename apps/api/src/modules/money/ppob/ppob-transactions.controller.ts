import { Body, Controller, Get, Header, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { invoiceRollText, invoiceSheet, invoiceText, renderPdf } from '@tirtapay/documents';
import { PPOB_SERVICE_CODES } from '@tirtapay/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Can, SignedBy, SignedByPartnerOr } from '../../../platform/access';
import { ApiExport, ApiListQuery, sendExport, type ListParameters } from '../../../platform/list';
import { ChoiceField, IdParam } from '../../../platform/validation';
import { SaleDto, SalePageDto, SaleStepsDto } from './sales/sale.dto';
import { SALE_CSV, SALE_LIST_SHAPE, SaleList } from './sales/sale-list';
import { SaleQueries } from './sales/sales.queries';
import { SellProduct } from './sell/sell-product.service';
import { currentSeller, visibleTo } from './sell/seller';

const JSON_TYPE = 'application/json; charset=utf-8';

class InvoiceQuery {
  @ChoiceField(['32', '42'], { optional: true, description: 'Characters of a thermal roll, for text/plain' })
  columns?: '32' | '42';
  @ChoiceField(['58', '80'], {
    optional: true,
    description: 'Millimetres of a thermal roll, for application/pdf',
  })
  width?: '58' | '80';
}

const SALE_BODY = {
  type: 'object' as const,
  required: ['service_code', 'customer_name'],
  properties: {
    service_code: { type: 'string' as const, enum: [...PPOB_SERVICE_CODES] },
    customer_name: { type: 'string' as const, maxLength: 100 },
    ref_id: {
      type: 'string' as const,
      pattern: '^[A-Za-z0-9._/-]{1,64}$',
      description: 'Yours, unique for ever: repeating it never sells twice',
    },
    payment: { type: 'string' as const, enum: ['DEPOSIT'] },
  },
  additionalProperties: true,
  example: {
    customer_name: 'Andi Wijaya',
    meter_number: '12345678901',
    nominal: 10_000,
    service_code: 'PLN',
    ref_id: 'MITRA/2026-0001',
  },
};

@ApiTags('ppob')
@Controller('v1/ppob/transactions')
export class PpobTransactionsController {
  constructor(
    private readonly sales: SellProduct,
    private readonly queries: SaleQueries,
    private readonly list: SaleList,
  ) {}

  @Post()
  @HttpCode(201)
  @SignedBy('PARTNER')
  @ApiOperation({
    operationId: 'sellPpob',
    summary: 'Sells one of the twelve services; the fields beside these are those of the service',
  })
  @ApiBody({ schema: SALE_BODY })
  @ApiCreatedResponse({ type: SaleDto })
  @ApiOkResponse({ type: SaleDto, description: 'A repetition: the present state' })
  async sell(
    @Body() body: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const sold = await this.sales.sell(currentSeller(), body);
    if (sold.replayed) void reply.status(200).header('Idempotent-Replayed', 'true');
    void reply.header('Content-Type', JSON_TYPE);
    return sold.answer;
  }

  @Get()
  @SignedByPartnerOr('ppob.read')
  @ApiOperation({ operationId: 'listPpobSales', summary: 'Sales; a partner sees its own' })
  @ApiListQuery(SALE_LIST_SHAPE)
  @ApiOkResponse({ type: SalePageDto })
  page(@Query() query: ListParameters): Promise<SalePageDto> {
    return this.list.page(query, visibleTo());
  }

  @Get('export')
  @Can('ppob.read')
  @ApiExport('exportPpobSales', SALE_LIST_SHAPE)
  export(@Query() query: ListParameters, @Res() reply: FastifyReply): void {
    sendExport(reply, 'penjualan-ppob', SALE_CSV, this.list.all(query, null));
  }

  @Get(':id')
  @SignedByPartnerOr('ppob.read')
  @Header('Content-Type', JSON_TYPE)
  @ApiOperation({ operationId: 'getPpobSale', summary: 'One sale, as its seller was answered' })
  @ApiOkResponse({ type: SaleDto })
  async one(@IdParam('id', 'ppob.not_found') id: number): Promise<string> {
    return (await this.queries.answer(id, visibleTo())).answer;
  }

  @Get(':id/steps')
  @Can('ppob.read')
  @ApiOperation({ operationId: 'listPpobSaleSteps', summary: 'The way of a sale, oldest step first' })
  @ApiOkResponse({ type: SaleStepsDto })
  async steps(@IdParam('id', 'ppob.not_found') id: number): Promise<SaleStepsDto> {
    await this.queries.row(id, null);
    return { data: await this.list.steps(id) };
  }

  @Get(':id/invoice')
  @SignedByPartnerOr('ppob.read')
  @ApiOperation({
    operationId: 'getPpobInvoice',
    summary: 'The invoice as text or PDF (Accept), also for a roll',
  })
  @ApiProduces('text/plain', 'application/pdf')
  @ApiOkResponse({ schema: { type: 'string' } })
  async invoice(
    @IdParam('id', 'ppob.not_found') id: number,
    @Query() { columns, width }: InvoiceQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer> {
    const model = await this.queries.invoice(id, visibleTo());
    if ((request.headers.accept ?? '').includes('application/pdf')) {
      void reply.header('Content-Type', 'application/pdf');
      return renderPdf(invoiceSheet(model, width === undefined ? 'A5' : width === '58' ? 58 : 80));
    }
    void reply.header('Content-Type', 'text/plain; charset=utf-8');
    return columns === undefined ? invoiceText(model) : invoiceRollText(model, columns === '32' ? 32 : 42);
  }
}
