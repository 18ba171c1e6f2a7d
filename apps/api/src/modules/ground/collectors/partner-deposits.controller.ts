import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../platform/access';
import { Accepted } from '../../../platform/http';
import { ApiExport, ApiListQuery, sendExport, type ListParameters } from '../../../platform/list';
import { IdParam } from '../../../platform/validation';
import { DEPOSIT_CSV, DEPOSIT_LIST_SHAPE, DepositMovements } from './deposit-movements.list';
import { CorrectTopUp } from './correct-top-up.service';
import { CorrectionRequestedDto, CorrectMoveBody } from './dto/correction.dto';
import { DepositMovementPageDto, TopUpBody, TopUpRequestedDto } from './dto/deposit.dto';
import { TopUpDeposit } from './top-up-deposit.service';

@ApiTags('partners')
@Controller('v1')
export class PartnerDepositsController {
  constructor(
    private readonly movements: DepositMovements,
    private readonly deposits: TopUpDeposit,
    private readonly corrections: CorrectTopUp,
  ) {}

  @Get('deposit-movements')
  @Can('partner.read')
  @ApiOperation({
    operationId: 'listDepositMovements',
    summary: 'What moved the deposits of partners, from the books',
  })
  @ApiListQuery(DEPOSIT_LIST_SHAPE, DEPOSIT_CSV)
  @ApiOkResponse({ type: DepositMovementPageDto })
  page(@Query() query: ListParameters): Promise<DepositMovementPageDto> {
    return this.movements.page(query);
  }

  @Get('deposit-movements/export')
  @Can('partner.read')
  @ApiExport('exportDepositMovements', DEPOSIT_LIST_SHAPE)
  export(@Query() query: ListParameters, @Res() reply: FastifyReply): void {
    sendExport(reply, 'rekening-deposit', DEPOSIT_CSV, this.movements.all(query));
  }

  @Post('deposit-movements/:id/correction')
  @Can('ppob.manage')
  @ApiOperation({
    operationId: 'requestTopUpCorrection',
    summary:
      'Asks a second person to take back a top-up that was booked wrong, with what was really paid in its place',
  })
  @Accepted(CorrectionRequestedDto)
  correct(
    @IdParam('id', 'deposit.movement_not_found') id: number,
    @Body() body: CorrectMoveBody,
  ): Promise<CorrectionRequestedDto> {
    return this.corrections.request(id, body);
  }

  @Post('partners/:id/deposit/top-ups')
  @Can('ppob.manage')
  @ApiOperation({
    operationId: 'requestPartnerTopUp',
    summary: 'Asks a second person to book what a partner paid in',
  })
  @Accepted(TopUpRequestedDto)
  topUp(@IdParam('id', 'partner.not_found') id: number, @Body() body: TopUpBody): Promise<TopUpRequestedDto> {
    return this.deposits.request(id, body);
  }
}
