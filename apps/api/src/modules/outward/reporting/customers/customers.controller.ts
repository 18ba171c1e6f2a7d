import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../../platform/access';
import { ApiExport, ApiListQuery, sendExport, type ListParameters } from '../../../../platform/list';
import { IdParam } from '../../../../platform/validation';
import { CustomerPageDto, CustomerDto } from '../../../water/customers';
import { CUSTOMER_COLUMNS } from './customer-csv';
import { CUSTOMER_LIST } from './customer-list';
import { CustomerQueries } from './customers.queries';

@ApiTags('customers')
@Controller('v1/customers')
export class ReadCustomersController {
  constructor(private readonly customers: CustomerQueries) {}

  @Get()
  @Can('customer.read')
  @ApiOperation({ operationId: 'listCustomers', summary: 'Customers' })
  @ApiListQuery(CUSTOMER_LIST, CUSTOMER_COLUMNS)
  @ApiOkResponse({ type: CustomerPageDto })
  list(@Query() parameters: ListParameters): Promise<CustomerPageDto> {
    return this.customers.page(parameters);
  }

  @Get('export')
  @Can('customer.export')
  @ApiExport('exportCustomers', CUSTOMER_LIST)
  export(@Query() parameters: ListParameters, @Res() reply: FastifyReply): FastifyReply {
    return sendExport(reply, 'pelanggan', CUSTOMER_COLUMNS, this.customers.all(parameters));
  }

  @Get('by-number/:customer_number')
  @Can('customer.read')
  @ApiOperation({ operationId: 'getCustomerByNumber', summary: 'A customer by number or by an older number' })
  @ApiOkResponse({ type: CustomerDto })
  byNumber(@Param('customer_number') customerNumber: string): Promise<CustomerDto> {
    return this.customers.byNumber(customerNumber);
  }

  @Get(':id')
  @Can('customer.read')
  @ApiOperation({ operationId: 'getCustomer', summary: 'A customer' })
  @ApiOkResponse({ type: CustomerDto })
  one(@IdParam('id', 'customer.not_found') id: number): Promise<CustomerDto> {
    return this.customers.one(id);
  }
}
