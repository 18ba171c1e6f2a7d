import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../../platform/access';
import { ApiExport, ApiListQuery, sendExport, type ListParameters } from '../../../../platform/list';
import { IdParam } from '../../../../platform/validation';
import { BILL_COLUMNS } from './bill-export';
import { BILL_LIST_SHAPE } from './bill.list';
import { BillQueries } from './bill.queries';
import { BillDetailDto, BillPageDto } from '../../../water/billing';

@ApiTags('bills')
@Controller('v1/bills')
export class ReadBillsController {
  constructor(private readonly queries: BillQueries) {}

  @Get()
  @Can('bill.read')
  @ApiOperation({ operationId: 'listBills', summary: 'Bills, newest first' })
  @ApiListQuery(BILL_LIST_SHAPE, BILL_COLUMNS)
  @ApiOkResponse({ type: BillPageDto })
  list(@Query() parameters: ListParameters): Promise<BillPageDto> {
    return this.queries.page(parameters);
  }

  @Get('export')
  @Can('bill.read')
  @ApiExport('exportBills', BILL_LIST_SHAPE)
  export(@Query() parameters: ListParameters, @Res() reply: FastifyReply): FastifyReply {
    return sendExport(reply, 'tagihan', BILL_COLUMNS, this.queries.all(parameters));
  }

  @Get(':id')
  @Can('bill.read')
  @ApiOperation({ operationId: 'getBill', summary: 'A bill with its calculation, penalties and payment' })
  @ApiOkResponse({ type: BillDetailDto })
  get(@IdParam('id', 'bill.not_found') id: number): Promise<BillDetailDto> {
    return this.queries.byId(id);
  }
}
