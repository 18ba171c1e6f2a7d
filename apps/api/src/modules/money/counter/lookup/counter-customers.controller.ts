import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../../platform/access';
import { CounterCustomersDto, CounterSearchQuery, CounterSheetsDto } from '../dto/customer.dto';
import { FindCustomers } from './find-customers.queries';
import { ReadSheets } from './read-sheets.service';

@ApiTags('counter')
@Controller('v1/counter/customers')
export class CounterCustomersController {
  constructor(
    private readonly customers: FindCustomers,
    private readonly sheets: ReadSheets,
  ) {}

  @Get()
  @Can('counter.sell')
  @ApiOperation({
    operationId: 'findCounterCustomers',
    summary: 'Who stands at the counter, by what they bring',
  })
  @ApiOkResponse({ type: CounterCustomersDto })
  find(@Query() { q }: CounterSearchQuery): Promise<CounterCustomersDto> {
    return this.customers.find(q);
  }

  @Get(':number/sheets')
  @Can('counter.sell')
  @ApiOperation({ operationId: 'getCounterSheets', summary: 'What a customer owes, in your open shift' })
  @ApiOkResponse({ type: CounterSheetsDto })
  open(@Param('number') number: string): Promise<CounterSheetsDto> {
    return this.sheets.of(number);
  }
}
