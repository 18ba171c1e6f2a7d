import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../../platform/access';
import { ApiCsvExport, ApiListQuery, sendCsv, type ListParameters } from '../../../../platform/list';
import { IdParam } from '../../../../platform/validation';
import { CaseDetailDto, CasePageDto, ResolveCaseBody } from './case.dto';
import { CASE_COLUMNS } from '../../../outward/reporting/cases/case-export';
import { CASE_LIST, CaseQueries } from '../../../outward/reporting/cases/case.queries';
import { ResolveCase } from './resolve-case.service';

@ApiTags('cases')
@Controller('v1/cases')
export class CasesController {
  constructor(
    private readonly queries: CaseQueries,
    private readonly decisions: ResolveCase,
  ) {}

  @Get()
  @Can('case.read')
  @ApiOperation({
    operationId: 'listCases',
    summary: 'Money and calls that wait for a decision, newest first',
  })
  @ApiListQuery(CASE_LIST)
  @ApiOkResponse({ type: CasePageDto })
  list(@Query() parameters: ListParameters): Promise<CasePageDto> {
    return this.queries.list(parameters);
  }

  @Get('export')
  @Can('case.read')
  @ApiCsvExport('exportCases', CASE_LIST)
  export(@Query() parameters: ListParameters, @Res() reply: FastifyReply): FastifyReply {
    return sendCsv(reply, 'kasus.csv', CASE_COLUMNS, this.queries.all(parameters));
  }

  @Get(':id')
  @Can('case.read')
  @ApiOperation({ operationId: 'getCase', summary: 'One case, with what may be decided' })
  @ApiOkResponse({ type: CaseDetailDto })
  one(@IdParam('id', 'case.not_found') id: number): Promise<CaseDetailDto> {
    return this.queries.one(id);
  }

  @Post(':id/resolution')
  @HttpCode(200)
  @Can('case.resolve')
  @ApiOperation({
    operationId: 'resolveCase',
    summary:
      'APPLY to bills or CLOSE; REFUND to the customer and RETURN to the bank wait for a second person',
  })
  @ApiOkResponse({ type: CaseDetailDto })
  async resolve(
    @IdParam('id', 'case.not_found') id: number,
    @Body() body: ResolveCaseBody,
  ): Promise<CaseDetailDto> {
    await this.decisions.resolve(id, body);
    return this.queries.one(id);
  }
}
