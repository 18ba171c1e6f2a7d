import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Can } from '../../../../platform/access';
import { IdParam } from '../../../../platform/validation';
import { AgreeOldDays } from '../days/agree-old-days.service';
import {
  AddHolidayBody,
  AgreementDto,
  AgreeTermsBody,
  EndReconciliationBody,
  ResumeReconciliationBody,
  SaveMappingBody,
} from '../dto/agreement.dto';
import { OldDaysBody } from '../dto/day.dto';
import { AdjustmentRequestedDto } from '../dto/item.dto';
import { AgreeTerms } from './agree-terms.service';
import { AgreementQueries } from './agreement.queries';
import { EndReconciliation } from './end-reconciliation.service';

@ApiTags('reconciliation')
@Controller('v1/reconciliation/agreements')
export class AgreementsController {
  constructor(
    private readonly agreements: AgreementQueries,
    private readonly terms: AgreeTerms,
    private readonly oldDays: AgreeOldDays,
    private readonly ending: EndReconciliation,
  ) {}

  @Post('old-days')
  @HttpCode(202)
  @Can('reconciliation.manage')
  @ApiOperation({
    operationId: 'requestOldDays',
    summary: 'Asks a second person to close the days before reconciliation together, by the bank’s letter',
  })
  @ApiAcceptedResponse({ type: AdjustmentRequestedDto })
  async requestOldDays(@Body() body: OldDaysBody): Promise<AdjustmentRequestedDto> {
    return { approval_id: await this.oldDays.request(body), status: 'PENDING' };
  }

  @Get(':bankId')
  @Can('reconciliation.read')
  @ApiOperation({
    operationId: 'getSettlementAgreement',
    summary:
      'When the days of a bank, supplier or partner end, its holidays, how its files are read, and the days before',
  })
  @ApiOkResponse({ type: AgreementDto })
  one(@IdParam('bankId', 'reconciliation.collector_not_found') bankId: number): Promise<AgreementDto> {
    return this.agreements.of(bankId);
  }

  @Post(':bankId/terms')
  @HttpCode(202)
  @Can('reconciliation.manage')
  @ApiOperation({
    operationId: 'agreeSettlementTerms',
    summary:
      'Asks a second person to agree on terms from a day on; the first say from which day it is reconciled',
  })
  @ApiAcceptedResponse({ type: AdjustmentRequestedDto })
  async agree(
    @IdParam('bankId', 'reconciliation.collector_not_found') bankId: number,
    @Body() body: AgreeTermsBody,
  ): Promise<AdjustmentRequestedDto> {
    return { approval_id: await this.terms.request(bankId, body), status: 'PENDING' };
  }

  @Post(':bankId/end')
  @HttpCode(202)
  @Can('reconciliation.manage')
  @ApiOperation({
    operationId: 'requestReconciliationEnd',
    summary: 'Asks a second person to agree on the last day of which a statement is expected',
  })
  @ApiAcceptedResponse({ type: AdjustmentRequestedDto })
  async end(
    @IdParam('bankId', 'reconciliation.collector_not_found') bankId: number,
    @Body() body: EndReconciliationBody,
  ): Promise<AdjustmentRequestedDto> {
    return { approval_id: await this.ending.requestEnd(bankId, body), status: 'PENDING' };
  }

  @Post(':bankId/resumption')
  @HttpCode(202)
  @Can('reconciliation.manage')
  @ApiOperation({
    operationId: 'requestReconciliationResumption',
    summary: 'Asks a second person to begin again what has ended, from a day on',
  })
  @ApiAcceptedResponse({ type: AdjustmentRequestedDto })
  async resume(
    @IdParam('bankId', 'reconciliation.collector_not_found') bankId: number,
    @Body() body: ResumeReconciliationBody,
  ): Promise<AdjustmentRequestedDto> {
    return { approval_id: await this.ending.requestResumption(bankId, body), status: 'PENDING' };
  }

  @Post(':bankId/holidays')
  @Can('reconciliation.manage')
  @ApiOperation({ operationId: 'addBankHoliday', summary: 'A day ahead on which nothing settles' })
  @ApiCreatedResponse({ type: AgreementDto })
  async addHoliday(
    @IdParam('bankId', 'reconciliation.collector_not_found') bankId: number,
    @Body() body: AddHolidayBody,
  ): Promise<AgreementDto> {
    await this.terms.addHoliday(bankId, body);
    return this.agreements.of(bankId);
  }

  @Delete(':bankId/holidays/:day')
  @HttpCode(200)
  @Can('reconciliation.manage')
  @ApiOperation({ operationId: 'removeBankHoliday', summary: 'Takes back a holiday that has not come yet' })
  @ApiOkResponse({ type: AgreementDto })
  async removeHoliday(
    @IdParam('bankId', 'reconciliation.collector_not_found') bankId: number,
    @Param('day') day: string,
  ): Promise<AgreementDto> {
    await this.terms.removeHoliday(bankId, day);
    return this.agreements.of(bankId);
  }

  @Post(':bankId/mappings')
  @Can('reconciliation.manage')
  @ApiOperation({
    operationId: 'saveFileMapping',
    summary: 'How the columns of its files are read; the same name again is its next version',
  })
  @ApiCreatedResponse({ type: AgreementDto })
  async saveMapping(
    @IdParam('bankId', 'reconciliation.collector_not_found') bankId: number,
    @Body() body: SaveMappingBody,
  ): Promise<AgreementDto> {
    await this.terms.saveMapping(bankId, body);
    return this.agreements.of(bankId);
  }
}
