import { Body, Controller, Get, Header, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { invoiceRollText, invoiceSheet, invoiceText, renderPdf } from '@tirtapay/documents';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Can, SignedBy, SignedByPartnerOr } from '../../../platform/access';
import { Accepted } from '../../../platform/http';
import { ApiExport, ApiListQuery, sendExport, type ListParameters } from '../../../platform/list';
import { ChoiceField, IdParam } from '../../../platform/validation';
import { AgreeOutcome } from './deliver/agree-outcome.service';
import { SaleOutcomeBody } from './deliver/sale-outcome.dto';
import { ApiSaleBody } from './sale-body';
import { SaleDto, SalePageDto } from './sales/sale.dto';
import { SaleStoryDto } from './sales/sale-story.dto';
import { SaleStories } from './sales/sale-story.queries';
import { SALE_CSV, SALE_LIST_SHAPE, SaleList } from './sales/sale-list';
import { SaleQueries } from './sales/sales.queries';
import { SellProduct } from './sell/sell-product.service';
import { SupplierRequestedDto } from './supplier-money/supplier-money.dto';
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

@ApiTags('ppob')
@Controller('v1/ppob/transactions')
export class PpobTransactionsController {
  constructor(
    private readonly sales: SellProduct,
    private readonly queries: SaleQueries,
    private readonly list: SaleList,
    private readonly stories: SaleStories,
    private readonly outcomes: AgreeOutcome,
  ) {}

  @Post()
  @HttpCode(201)
  @SignedBy('PARTNER')
  @ApiOperation({
    operationId: 'sellPpob',
    summary: 'Sells one of the twelve services; the fields beside these are those of the service',
  })
  @ApiSaleBody()
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
  @ApiListQuery(SALE_LIST_SHAPE, SALE_CSV)
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
  @ApiOperation({ operationId: 'getPpobSale', summary: 'One sale, as it stands' })
  @ApiOkResponse({ type: SaleDto })
  one(@IdParam('id', 'ppob.not_found') id: number): Promise<string> {
    return this.queries.present(id, visibleTo());
  }

  @Get(':id/story')
  @Can('ppob.read')
  @ApiOperation({
    operationId: 'getPpobSaleStory',
    summary:
      'What we know of a sale beside what its seller is told: its way, its supplier, its cost and its journals',
  })
  @ApiOkResponse({ type: SaleStoryDto })
  story(@IdParam('id', 'ppob.not_found') id: number): Promise<SaleStoryDto> {
    return this.stories.of(id);
  }

  @Post(':id/outcome')
  @Can('ppob.manage')
  @ApiOperation({
    operationId: 'requestSaleOutcome',
    summary: 'Asks a second person to end a sale as its supplier says by another way than its answers',
  })
  @Accepted(SupplierRequestedDto)
  outcome(
    @IdParam('id', 'ppob.not_found') id: number,
    @Body() body: SaleOutcomeBody,
  ): Promise<SupplierRequestedDto> {
    return this.outcomes.request(id, body);
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
