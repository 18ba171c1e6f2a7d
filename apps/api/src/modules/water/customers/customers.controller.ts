import { Body, Controller, Get, HttpCode, Patch, Post, Query, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../platform/access';
import { ApiExport, ApiListQuery, sendExport, type ListParameters } from '../../../platform/list';
import { IdParam } from '../../../platform/validation';
import { ChangeCustomerState } from './change-customer-state.service';
import { ChangeCustomer } from './change-customer.service';
import {
  CUSTOMER_HISTORY_COLUMNS,
  CUSTOMER_HISTORY_LIST,
  CustomerHistoryQueries,
} from './customer-history.queries';
import { CustomerReader } from './customer-reader';
import { CorrectLegacyNumber } from './correct-legacy-number.service';
import { LegacyNumberBody, LegacyNumberRequestedDto } from './dto/legacy-number.dto';
import { ChangeCustomerBody, ChangeStateBody, RegisterCustomerBody } from './dto/customer.request';
import { CustomerChangePageDto, CustomerDto } from './dto/customer.dto';
import { RegisterCustomer } from './register-customer.service';

@ApiTags('customers')
@Controller('v1/customers')
export class CustomersController {
  constructor(
    private readonly customers: CustomerReader,
    private readonly history: CustomerHistoryQueries,
    private readonly registerCustomer: RegisterCustomer,
    private readonly changeCustomer: ChangeCustomer,
    private readonly changeCustomerState: ChangeCustomerState,
    private readonly correctLegacyNumber: CorrectLegacyNumber,
  ) {}

  @Post()
  @Can('customer.write')
  @ApiOperation({ operationId: 'registerCustomer', summary: 'Register a prospective customer with a meter' })
  @ApiCreatedResponse({ type: CustomerDto })
  async register(@Body() body: RegisterCustomerBody): Promise<CustomerDto> {
    return this.customers.one(await this.registerCustomer.execute(body));
  }

  @Patch(':id')
  @Can('customer.write')
  @ApiOperation({ operationId: 'changeCustomer', summary: 'Change the profile or the tariff category' })
  @ApiOkResponse({ type: CustomerDto })
  async change(
    @IdParam('id', 'customer.not_found') id: number,
    @Body() body: ChangeCustomerBody,
  ): Promise<CustomerDto> {
    await this.changeCustomer.execute(id, body);
    return this.customers.one(id);
  }

  @Post(':id/state')
  @HttpCode(200)
  @Can('customer.write')
  @ApiOperation({ operationId: 'changeCustomerState', summary: 'Activate, seal, unseal or close a customer' })
  @ApiOkResponse({ type: CustomerDto })
  async changeState(
    @IdParam('id', 'customer.not_found') id: number,
    @Body() body: ChangeStateBody,
  ): Promise<CustomerDto> {
    await this.changeCustomerState.execute(id, body);
    return this.customers.one(id);
  }

  @Post(':id/legacy-number')
  @HttpCode(202)
  @Can('customer.write')
  @ApiOperation({
    operationId: 'correctLegacyNumber',
    summary:
      'Ask for another earlier number of a customer, or for none; carried out when a second person agrees',
  })
  @ApiAcceptedResponse({ type: LegacyNumberRequestedDto })
  correctNumber(
    @IdParam('id', 'customer.not_found') id: number,
    @Body() body: LegacyNumberBody,
  ): Promise<LegacyNumberRequestedDto> {
    return this.correctLegacyNumber.request(id, body);
  }

  @Get(':id/history')
  @Can('customer.read')
  @ApiOperation({ operationId: 'listCustomerHistory', summary: 'What changed, when and by whom' })
  @ApiListQuery(CUSTOMER_HISTORY_LIST)
  @ApiOkResponse({ type: CustomerChangePageDto })
  historyOf(
    @IdParam('id', 'customer.not_found') id: number,
    @Query() parameters: ListParameters,
  ): Promise<CustomerChangePageDto> {
    return this.history.page(id, parameters);
  }

  @Get(':id/history/export')
  @Can('customer.export')
  @ApiExport('exportCustomerHistory', CUSTOMER_HISTORY_LIST)
  exportHistory(
    @IdParam('id', 'customer.not_found') id: number,
    @Query() parameters: ListParameters,
    @Res() reply: FastifyReply,
  ): FastifyReply {
    return sendExport(reply, 'riwayat-pelanggan', CUSTOMER_HISTORY_COLUMNS, this.history.all(id, parameters));
  }
}
