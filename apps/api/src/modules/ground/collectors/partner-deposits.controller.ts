import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/access';
import { IdParam } from '../../../platform/validation';
import { DepositStatementDto, TopUpBody, TopUpRequestedDto } from './dto/deposit.dto';
import { TopUpDeposit } from './top-up-deposit.service';

@ApiTags('partners')
@Controller('v1/partners')
export class PartnerDepositsController {
  constructor(private readonly deposits: TopUpDeposit) {}

  @Get(':id/deposit')
  @Can('ppob.read')
  @ApiOperation({ operationId: 'getPartnerDeposit', summary: 'The deposit of a partner and what moved it' })
  @ApiOkResponse({ type: DepositStatementDto })
  statement(@IdParam('id', 'partner.not_found') id: number): Promise<DepositStatementDto> {
    return this.deposits.statement(id);
  }

  @Post(':id/deposit/top-ups')
  @HttpCode(202)
  @Can('ppob.manage')
  @ApiOperation({
    operationId: 'requestPartnerTopUp',
    summary: 'Asks a second person to book what a partner paid in',
  })
  @ApiAcceptedResponse({ type: TopUpRequestedDto })
  topUp(@IdParam('id', 'partner.not_found') id: number, @Body() body: TopUpBody): Promise<TopUpRequestedDto> {
    return this.deposits.request(id, body);
  }
}
