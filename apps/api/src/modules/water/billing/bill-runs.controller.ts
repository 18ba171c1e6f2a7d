import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../platform/access';
import { Accepted } from '../../../platform/http';
import { ApiExport, ApiListQuery, sendExport, type ListParameters } from '../../../platform/list';
import { IdParam } from '../../../platform/validation';
import { BILL_RUN_COLUMNS } from './bill-run-export';
import { BILL_RUN_LIST_SHAPE } from './bill-run.list';
import { BillRunQueries } from './bill-run.queries';
import {
  BillRunBody,
  BillRunPageDto,
  BillRunPreviewDto,
  BillRunDto,
  SealedLeftDto,
} from './dto/bill-run.dto';
import { SealedLeft } from './sealed-left.queries';
import { StartBillRun } from './start-bill-run.service';

@ApiTags('bill runs')
@Controller('v1/bill-runs')
export class BillRunsController {
  constructor(
    private readonly queries: BillRunQueries,
    private readonly runs: StartBillRun,
    private readonly sealed: SealedLeft,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @Can('bill.issue')
  @ApiOperation({ operationId: 'previewBillRun', summary: 'What a run would issue' })
  @ApiOkResponse({ type: BillRunPreviewDto })
  preview(@Body() body: BillRunBody): Promise<BillRunPreviewDto> {
    return this.queries.preview(body);
  }

  @Post()
  @Can('bill.issue')
  @ApiOperation({ operationId: 'startBillRun', summary: 'Issue the drafts of a period' })
  @Accepted(BillRunDto)
  async start(@Body() body: BillRunBody): Promise<BillRunDto> {
    return this.queries.byId(await this.runs.start(body));
  }

  @Get()
  @Can('bill.read')
  @ApiOperation({ operationId: 'listBillRuns', summary: 'Runs, newest first' })
  @ApiListQuery(BILL_RUN_LIST_SHAPE, BILL_RUN_COLUMNS)
  @ApiOkResponse({ type: BillRunPageDto })
  list(@Query() parameters: ListParameters): Promise<BillRunPageDto> {
    return this.queries.page(parameters);
  }

  @Get('export')
  @Can('bill.read')
  @ApiExport('exportBillRuns', BILL_RUN_LIST_SHAPE)
  export(@Query() parameters: ListParameters, @Res() reply: FastifyReply): FastifyReply {
    return sendExport(reply, 'penetapan', BILL_RUN_COLUMNS, this.queries.all(parameters));
  }

  @Get('sealed-left')
  @Can('bill.read')
  @ApiOperation({
    operationId: 'listSealedLeft',
    summary: 'Months run before they were over, whose sealed connections wait for one more run',
  })
  @ApiOkResponse({ type: [SealedLeftDto] })
  sealedLeft(): Promise<SealedLeftDto[]> {
    return this.sealed.months();
  }

  @Get(':id')
  @Can('bill.read')
  @ApiOperation({ operationId: 'getBillRun', summary: 'Progress and outcome of a run' })
  @ApiOkResponse({ type: BillRunDto })
  get(@IdParam('id', 'issue_run.not_found') id: number): Promise<BillRunDto> {
    return this.queries.byId(id);
  }

  @Post(':id/resume')
  @Can('bill.issue')
  @ApiOperation({
    operationId: 'resumeBillRun',
    summary: 'Go on with a run that stopped or left drafts behind',
  })
  @Accepted(BillRunDto)
  async resume(@IdParam('id', 'issue_run.not_found') id: number): Promise<BillRunDto> {
    return this.queries.byId(await this.runs.resume(id));
  }
}
