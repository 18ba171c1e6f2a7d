import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/access';
import { IdParam } from '../../../platform/validation';
import { InstallMeterBody, MeterHistoryDto, ReplaceMeterBody } from './dto/meter.dto';
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
}
