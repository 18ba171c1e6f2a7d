import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../../platform/access';
import { FileStreamBody, withSpooled } from '../../../../platform/http';
import { ApiExport, ApiListQuery, sendExport, type ListParameters } from '../../../../platform/list';
import { IdParam } from '../../../../platform/validation';
import {
  CheckTakeoverQuery,
  TakeoverDetailDto,
  TakeoverFindingPageDto,
  TakeoverPageDto,
  TemplateQuery,
  UndoTakeoverBody,
} from '../dto/takeover.dto';
import { CheckFile } from './check-file.service';
import { ImportFile } from './import-file.service';
import {
  FINDING_COLUMNS,
  FINDING_LIST,
  TAKEOVER_LIST,
  TAKEOVER_LIST_COLUMNS,
  TakeoverQueries,
} from './takeover.queries';
import { templateColumns, templateRows } from './template';
import { UndoTakeover } from './undo-takeover.service';

const BYTES = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('takeovers')
@Controller('v1/takeovers')
export class TakeoversController {
  constructor(
    private readonly takeovers: TakeoverQueries,
    private readonly checks: CheckFile,
    private readonly imports: ImportFile,
    private readonly undoing: UndoTakeover,
  ) {}

  @Get()
  @Can('customer.import')
  @ApiOperation({
    operationId: 'listTakeovers',
    summary: 'Files of the system before, and what became of them',
  })
  @ApiListQuery(TAKEOVER_LIST, TAKEOVER_LIST_COLUMNS)
  @ApiOkResponse({ type: TakeoverPageDto })
  list(@Query() parameters: ListParameters): Promise<TakeoverPageDto> {
    return this.takeovers.page(parameters);
  }

  @Get('export')
  @Can('customer.import')
  @ApiExport('exportTakeovers', TAKEOVER_LIST)
  export(@Query() parameters: ListParameters, @Res() reply: FastifyReply): FastifyReply {
    return sendExport(reply, 'pengambilalihan', TAKEOVER_LIST_COLUMNS, this.takeovers.all(parameters));
  }

  @Get('template')
  @Can('customer.import')
  @ApiOperation({
    operationId: 'downloadTakeoverTemplate',
    summary: 'A file to fill in, with an example row',
  })
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOkResponse(BYTES)
  template(@Query() { kind }: TemplateQuery, @Res() reply: FastifyReply): FastifyReply {
    return sendExport(
      reply,
      `contoh-${kind === 'CUSTOMERS' ? 'pelanggan' : 'tunggakan'}`,
      templateColumns(kind),
      templateRows(),
    );
  }

  @Post()
  @Can('customer.import')
  @ApiOperation({
    operationId: 'checkTakeoverFile',
    summary: 'Looks at a file: encoding, columns, every row that is wrong. Takes nothing of it',
  })
  @FileStreamBody()
  @ApiConsumes('application/octet-stream')
  @ApiBody(BYTES)
  @ApiCreatedResponse({ type: TakeoverDetailDto })
  async check(@Query() query: CheckTakeoverQuery, @Body() body: unknown): Promise<TakeoverDetailDto> {
    return this.takeovers.one(await withSpooled(body, (spooled) => this.checks.execute(spooled, query)));
  }

  @Get(':id')
  @Can('customer.import')
  @ApiOperation({ operationId: 'getTakeover', summary: 'A file, how it is read and how it stands' })
  @ApiOkResponse({ type: TakeoverDetailDto })
  one(@IdParam('id', 'takeover.not_found') id: number): Promise<TakeoverDetailDto> {
    return this.takeovers.one(id);
  }

  @Get(':id/findings')
  @Can('customer.import')
  @ApiOperation({ operationId: 'listTakeoverFindings', summary: 'What is wrong, or doubtful, line by line' })
  @ApiListQuery(FINDING_LIST)
  @ApiOkResponse({ type: TakeoverFindingPageDto })
  findings(
    @IdParam('id', 'takeover.not_found') id: number,
    @Query() parameters: ListParameters,
  ): Promise<TakeoverFindingPageDto> {
    return this.takeovers.findings(id, parameters);
  }

  @Get(':id/findings/export')
  @Can('customer.import')
  @ApiExport('exportTakeoverFindings', FINDING_LIST)
  exportFindings(
    @IdParam('id', 'takeover.not_found') id: number,
    @Query() parameters: ListParameters,
    @Res() reply: FastifyReply,
  ): FastifyReply {
    return sendExport(
      reply,
      `temuan-${String(id)}`,
      FINDING_COLUMNS,
      this.takeovers.allFindings(id, parameters),
    );
  }

  @Post(':id/import')
  @HttpCode(200)
  @Can('customer.import')
  @ApiOperation({
    operationId: 'importTakeoverFile',
    summary:
      'Takes the checked file, the same bytes again: all rows or none. Balances wait for a second person',
  })
  @FileStreamBody()
  @ApiConsumes('application/octet-stream')
  @ApiBody(BYTES)
  @ApiOkResponse({ type: TakeoverDetailDto })
  async import(
    @IdParam('id', 'takeover.not_found') id: number,
    @Body() body: unknown,
  ): Promise<TakeoverDetailDto> {
    await withSpooled(body, (spooled) => this.imports.execute(id, spooled));
    return this.takeovers.one(id);
  }

  @Post(':id/undo')
  @HttpCode(200)
  @Can('customer.import')
  @ApiOperation({
    operationId: 'undoTakeover',
    summary: 'Takes an import back while nothing was built on it; balances with a second person',
  })
  @ApiOkResponse({ type: TakeoverDetailDto })
  async undo(
    @IdParam('id', 'takeover.not_found') id: number,
    @Body() { reason }: UndoTakeoverBody,
  ): Promise<TakeoverDetailDto> {
    await this.undoing.execute(id, reason);
    return this.takeovers.one(id);
  }
}
