import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../../platform/access';
import { ApiExport, ApiListQuery, sendExport, type ListParameters } from '../../../../platform/list';
import { IdParam } from '../../../../platform/validation';
import { CaseDetailDto, CasePageDto } from '../../../money/payment';
import { CASE_COLUMNS } from './case-export';
import { CASE_LIST, CaseQueries } from './case.queries';

@ApiTags('cases')
@Controller('v1/cases')
export class ReadCasesController {
  constructor(private readonly queries: CaseQueries) {}

  @Get()
  @Can('case.read')
  @ApiOperation({
    operationId: 'listCases',
    summary: 'Money and calls that wait for a decision, what is due first',
  })
  @ApiListQuery(CASE_LIST, CASE_COLUMNS)
  @ApiOkResponse({ type: CasePageDto })
  list(@Query() parameters: ListParameters): Promise<CasePageDto> {
    return this.queries.list(parameters);
  }

  @Get('export')
  @Can('case.read')
  @ApiExport('exportCases', CASE_LIST)
  export(@Query() parameters: ListParameters, @Res() reply: FastifyReply): FastifyReply {
    return sendExport(reply, 'kasus', CASE_COLUMNS, this.queries.all(parameters));
  }

  @Get(':id')
  @Can('case.read')
  @ApiOperation({ operationId: 'getCase', summary: 'One case, with what may be decided' })
  @ApiOkResponse({ type: CaseDetailDto })
  one(@IdParam('id', 'case.not_found') id: number): Promise<CaseDetailDto> {
    return this.queries.one(id);
  }
}
