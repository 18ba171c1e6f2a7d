import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../platform/access';
import { ApiCsvExport, ApiListQuery, sendCsv, type ListParameters } from '../../../platform/list';
import { IdParam } from '../../../platform/validation';
import { ChangeCustomerState } from './change-customer-state.service';
import { ChangeCustomer } from './change-customer.service';
import { CUSTOMER_COLUMNS } from '../../outward/reporting/customers/customer-csv';
import {
  CUSTOMER_HISTORY_COLUMNS,
  CUSTOMER_HISTORY_LIST,
  CustomerHistoryQueries,
} from './customer-history.queries';
import { CUSTOMER_LIST } from '../../outward/reporting/customers/customer-list';
import { CustomerQueries } from '../../outward/reporting/customers/customers.queries';
import { ChangeCustomerBody, ChangeStateBody, RegisterCustomerBody } from './dto/customer.request';
import { CustomerChangePageResponse, CustomerPageResponse, CustomerResponse } from './dto/customer.response';
import { RegisterCustomer } from './register-customer.service';

@ApiTags('customers')
@Controller('v1/customers')
export class CustomersController {
  constructor(
    private readonly customers: CustomerQueries,
    private readonly history: CustomerHistoryQueries,
    private readonly registerCustomer: RegisterCustomer,
    private readonly changeCustomer: ChangeCustomer,
    private readonly changeCustomerState: ChangeCustomerState,
  ) {}

  @Get()
  @Can('customer.read')
  @ApiOperation({ operationId: 'listCustomers', summary: 'Customers' })
  @ApiListQuery(CUSTOMER_LIST)
  @ApiOkResponse({ type: CustomerPageResponse })
  list(@Query() parameters: ListParameters): Promise<CustomerPageResponse> {
    return this.customers.page(parameters);
  }

  @Get('export')
  @Can('customer.export')
  @ApiCsvExport('exportCustomers', CUSTOMER_LIST)
  export(@Query() parameters: ListParameters, @Res() reply: FastifyReply): FastifyReply {
    return sendCsv(reply, 'pelanggan.csv', CUSTOMER_COLUMNS, this.customers.all(parameters));
  }

  @Get('by-number/:customer_number')
  @Can('customer.read')
  @ApiOperation({ operationId: 'getCustomerByNumber', summary: 'A customer by number or by an older number' })
  @ApiOkResponse({ type: CustomerResponse })
  byNumber(@Param('customer_number') customerNumber: string): Promise<CustomerResponse> {
    return this.customers.byNumber(customerNumber);
  }

  @Get(':id')
  @Can('customer.read')
  @ApiOperation({ operationId: 'getCustomer', summary: 'A customer' })
  @ApiOkResponse({ type: CustomerResponse })
  one(@IdParam('id', 'customer.not_found') id: number): Promise<CustomerResponse> {
    return this.customers.one(id);
  }

  @Post()
  @Can('customer.write')
  @ApiOperation({ operationId: 'registerCustomer', summary: 'Register a prospective customer with a meter' })
  @ApiCreatedResponse({ type: CustomerResponse })
  async register(@Body() body: RegisterCustomerBody): Promise<CustomerResponse> {
    return this.customers.one(await this.registerCustomer.execute(body));
  }

  @Patch(':id')
  @Can('customer.write')
  @ApiOperation({ operationId: 'changeCustomer', summary: 'Change the profile or the tariff category' })
  @ApiOkResponse({ type: CustomerResponse })
  async change(
    @IdParam('id', 'customer.not_found') id: number,
    @Body() body: ChangeCustomerBody,
  ): Promise<CustomerResponse> {
    await this.changeCustomer.execute(id, body);
    return this.customers.one(id);
  }

  @Post(':id/state')
  @HttpCode(200)
  @Can('customer.write')
  @ApiOperation({ operationId: 'changeCustomerState', summary: 'Activate, seal, unseal or close a customer' })
  @ApiOkResponse({ type: CustomerResponse })
  async changeState(
    @IdParam('id', 'customer.not_found') id: number,
    @Body() body: ChangeStateBody,
  ): Promise<CustomerResponse> {
    await this.changeCustomerState.execute(id, body);
    return this.customers.one(id);
  }

  @Get(':id/history')
  @Can('customer.read')
  @ApiOperation({ operationId: 'listCustomerHistory', summary: 'What changed, when and by whom' })
  @ApiListQuery(CUSTOMER_HISTORY_LIST)
  @ApiOkResponse({ type: CustomerChangePageResponse })
  historyOf(
    @IdParam('id', 'customer.not_found') id: number,
    @Query() parameters: ListParameters,
  ): Promise<CustomerChangePageResponse> {
    return this.history.page(id, parameters);
  }

  @Get(':id/history/export')
  @Can('customer.export')
  @ApiCsvExport('exportCustomerHistory', CUSTOMER_HISTORY_LIST)
  exportHistory(
    @IdParam('id', 'customer.not_found') id: number,
    @Query() parameters: ListParameters,
    @Res() reply: FastifyReply,
  ): FastifyReply {
    return sendCsv(
      reply,
      'riwayat-pelanggan.csv',
      CUSTOMER_HISTORY_COLUMNS,
      this.history.all(id, parameters),
    );
  }
}
