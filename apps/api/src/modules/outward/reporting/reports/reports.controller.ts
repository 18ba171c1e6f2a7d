import { applyDecorators, Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../../platform/access';
import { sendExport, sendSheet, type ListParameters } from '../../../../platform/list';
import { PrintReport } from './print-report.service';
import { ReportDto, ReportSummaryDto } from './report.dto';
import { ReportQueries } from './report.queries';
import { REPORTS } from './reports';

/** What some report asks for; which asks for what, the list of reports says. */
function ApiReportQuery(): MethodDecorator {
  const names = new Set(REPORTS.flatMap(({ parameters }) => parameters.map(({ name }) => name)));
  return applyDecorators(
    ...[...names].map((name) => ApiQuery({ name, required: false, schema: { type: 'string' } })),
  );
}

@ApiTags('reporting')
@Controller('v1/reports')
export class ReportsController {
  constructor(
    private readonly reports: ReportQueries,
    private readonly paper: PrintReport,
  ) {}

  @Get()
  @Can('report.read')
  @ApiOperation({ operationId: 'listReports', summary: 'The reports you may read, with what each asks for' })
  @ApiOkResponse({ type: [ReportSummaryDto] })
  list(): Promise<ReportSummaryDto[]> {
    return this.reports.mine();
  }

  @Get(':key')
  @Can('report.read')
  @ApiOperation({ operationId: 'readReport', summary: 'One report; its parameters are query parameters' })
  @ApiReportQuery()
  @ApiOkResponse({ type: ReportDto })
  read(@Param('key') key: string, @Query() parameters: ListParameters): Promise<ReportDto> {
    return this.reports.read(key, parameters);
  }

  @Get(':key/export')
  @Can('report.read')
  @ApiOperation({ operationId: 'exportReport', summary: 'The same report as a file' })
  @ApiReportQuery()
  @ApiQuery({ name: 'format', required: false, enum: ['csv', 'xlsx'] })
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  export(
    @Param('key') key: string,
    @Query() parameters: ListParameters,
    @Res() reply: FastifyReply,
  ): FastifyReply {
    const { name, columns, rows } = this.reports.file(key, parameters);
    return sendExport(reply, name, columns, rows, { countsItself: true });
  }

  @Get(':key/pdf')
  @Can('report.read')
  @ApiOperation({ operationId: 'printReport', summary: 'The same report on paper, to be signed' })
  @ApiReportQuery()
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async print(
    @Param('key') key: string,
    @Query() parameters: ListParameters,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.paper.check(key, parameters);
    await sendSheet(reply, key, () => this.paper.print(key, parameters));
  }
}
