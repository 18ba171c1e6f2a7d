import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../../platform/access';
import { ApiListQuery, type ListParameters } from '../../../../platform/list';
import { Problem } from '../../../../platform/problem';
import {
  MoveCustomers,
  MoveCustomersBody,
  MovedDto,
  MovePreviewDto,
  MoveTargetBody,
} from '../../../water/customers';
import { REPORTING_SAYS } from '../sentences';
import { CUSTOMER_LIST } from './customer-list';
import { CustomerQueries } from './customers.queries';

/** A few routes at once; each of them is locked against payments for the moment it takes. */
const MOST = 5_000;

/** Whom a move is about is said as the list says it: by its filter, or by the rows ticked in it. */
@ApiTags('customers')
@Controller('v1/customers/move')
export class MoveCustomersController {
  constructor(
    private readonly customers: CustomerQueries,
    private readonly moving: MoveCustomers,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @Can('customer.write')
  @ApiOperation({
    operationId: 'previewMove',
    summary: 'Who would move to a region and route, and from which month on',
  })
  @ApiListQuery(CUSTOMER_LIST)
  @ApiOkResponse({ type: MovePreviewDto })
  async preview(@Query() parameters: ListParameters, @Body() body: MoveTargetBody): Promise<MovePreviewDto> {
    return this.moving.preview(await this.named(parameters), body);
  }

  @Post()
  @HttpCode(200)
  @Can('customer.write')
  @ApiOperation({
    operationId: 'moveCustomers',
    summary: 'Move customers to a region and route; months that were billed stay where they were',
  })
  @ApiListQuery(CUSTOMER_LIST)
  @ApiOkResponse({ type: MovedDto })
  async move(@Query() parameters: ListParameters, @Body() body: MoveCustomersBody): Promise<MovedDto> {
    return this.moving.execute(await this.named(parameters), body);
  }

  /** @throws Problem request.invalid when nobody is named: the whole list is never meant, and could not be moved back */
  private named(parameters: ListParameters): Promise<number[]> {
    const said = ['ids', 'q', ...Object.keys(CUSTOMER_LIST.filters)].some(
      (name) => parameters[name] !== undefined && parameters[name] !== '',
    );
    if (!said)
      throw new Problem('request.invalid', {
        errors: [{ pointer: '?', code: 'required', message: REPORTING_SAYS.nobodyNamed }],
      });
    return this.customers.ids(parameters, MOST);
  }
}
