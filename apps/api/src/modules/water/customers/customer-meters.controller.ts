import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/access';
import { IdParam } from '../../../platform/validation';
import { CorrectMeter } from './correct-meter.service';
import { CorrectMeterBody, InstallMeterBody, MeterHistoryDto, ReplaceMeterBody } from './dto/meter.dto';
import { MeterQueries } from './meters.queries';
import { InstallMeter } from './install-meter.service';
import { ReplaceMeter } from './replace-meter.service';

@ApiTags('customers')
@Controller('v1/customers')
export class CustomerMetersController {
  constructor(
    private readonly meters: MeterQueries,
    private readonly replaceMeter: ReplaceMeter,
    private readonly installMeter: InstallMeter,
    private readonly correctMeter: CorrectMeter,
  ) {}

  @Get(':id/meters')
  @Can('customer.read')
  @ApiOperation({ operationId: 'listCustomerMeters', summary: 'Every meter of a connection, newest first' })
  @ApiOkResponse({ type: [MeterHistoryDto] })
  list(@IdParam('id', 'customer.not_found') id: number): Promise<MeterHistoryDto[]> {
    return this.meters.ofCustomer(id);
  }

  @Post(':id/meters')
  @Can('customer.write')
  @ApiOperation({
    operationId: 'installCustomerMeter',
    summary: 'Puts a meter in for a candidate who has none: a connection that is taken up again',
  })
  @ApiCreatedResponse({ type: [MeterHistoryDto] })
  async install(
    @IdParam('id', 'customer.not_found') id: number,
    @Body() body: InstallMeterBody,
  ): Promise<MeterHistoryDto[]> {
    await this.installMeter.execute(id, body);
    return this.meters.ofCustomer(id);
  }

  @Post(':id/meter-replacements')
  @Can('customer.write')
  @ApiOperation({
    operationId: 'replaceCustomerMeter',
    summary: 'Takes a meter away and puts another in its place; the next reading counts over both',
  })
  @ApiCreatedResponse({ type: [MeterHistoryDto] })
  async replace(
    @IdParam('id', 'customer.not_found') id: number,
    @Body() body: ReplaceMeterBody,
  ): Promise<MeterHistoryDto[]> {
    await this.replaceMeter.execute(id, body);
    return this.meters.ofCustomer(id);
  }

  @Patch(':id/meter')
  @Can('customer.write')
  @ApiOperation({
    operationId: 'correctCustomerMeter',
    summary:
      'Puts right what was written down wrongly of the meter in place, until a verified reading counted by it',
  })
  @ApiOkResponse({ type: [MeterHistoryDto] })
  async correct(
    @IdParam('id', 'customer.not_found') id: number,
    @Body() body: CorrectMeterBody,
  ): Promise<MeterHistoryDto[]> {
    await this.correctMeter.execute(id, body);
    return this.meters.ofCustomer(id);
  }
}
