import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../../platform/access';
import { Accepted } from '../../../../platform/http';
import { IdParam } from '../../../../platform/validation';
import {
  BillChargeBody,
  BilledChargeDto,
  CancelChargeBody,
  ChargeDto,
  ChargeRequestDto,
  ProposeChargeBody,
  RetireChargeBody,
} from '../dto/charge.dto';
import { BillCharge } from './bill-charge.service';
import { CancelCharge } from './cancel-charge.service';
import { ChargeCatalogue } from './charge-catalogue.service';

@ApiTags('bills')
@Controller('v1/charges')
export class ChargesController {
  constructor(
    private readonly catalogue: ChargeCatalogue,
    private readonly billing: BillCharge,
    private readonly cancelling: CancelCharge,
  ) {}

  @Get()
  @Can('bill.read')
  @ApiOperation({ operationId: 'listCharges', summary: 'What is charged besides water, by code' })
  @ApiOkResponse({ type: [ChargeDto] })
  list(): Promise<ChargeDto[]> {
    return this.catalogue.list();
  }

  @Post()
  @Can('tariff.propose')
  @ApiOperation({ operationId: 'proposeCharge', summary: 'Proposes a price for a second person' })
  @ApiCreatedResponse({ type: ChargeDto })
  propose(@Body() body: ProposeChargeBody): Promise<ChargeDto> {
    return this.catalogue.propose(body);
  }

  @Post(':id/retirement')
  @Can('tariff.propose')
  @ApiOperation({ operationId: 'retireCharge', summary: 'Asks a second person to end a charge' })
  @Accepted(ChargeRequestDto)
  async retire(
    @IdParam('id', 'charge.not_found') id: number,
    @Body() body: RetireChargeBody,
  ): Promise<ChargeRequestDto> {
    return { approval_id: await this.catalogue.retire(id, body.reason) };
  }

  @Post('bills')
  @Can('bill.issue')
  @ApiOperation({
    operationId: 'billCharge',
    summary: 'Bills a customer a charge at its agreed price, issued at once',
  })
  @ApiCreatedResponse({ type: BilledChargeDto })
  bill(@Body() body: BillChargeBody): Promise<BilledChargeDto> {
    return this.billing.bill(body);
  }

  @Post('bills/:id/cancellation')
  @Can('bill.correct.request')
  @ApiOperation({
    operationId: 'cancelCharge',
    summary: 'Asks a second person to take back a charge that is owed',
  })
  @Accepted(ChargeRequestDto)
  async cancel(
    @IdParam('id', 'bill.not_found') id: number,
    @Body() body: CancelChargeBody,
  ): Promise<ChargeRequestDto> {
    return { approval_id: await this.cancelling.request(id, body.reason) };
  }
}
