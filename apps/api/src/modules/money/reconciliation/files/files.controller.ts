import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../../platform/access';
import { FileStreamBody, withSpooled } from '../../../../platform/http';
import { ApiExport, ApiListQuery, sendExport, type ListParameters } from '../../../../platform/list';
import { IdParam } from '../../../../platform/validation';
import {
  FilePreviewDto,
  PreviewFileQuery,
  StoredFilePageDto,
  StoredLinePageDto,
  UploadedFileDto,
  UploadFileQuery,
} from '../dto/file.dto';
import { FILE_COLUMNS, FILE_LIST, FileQueries, LINE_COLUMNS, LINE_LIST } from './file.queries';
import { OpenDayBody } from '../dto/day.dto';
import { FetchFile } from './fetch-file.service';
import { UploadFile } from './upload-file.service';

const BYTES = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('reconciliation')
@Controller('v1/reconciliation/files')
export class FilesController {
  constructor(
    private readonly uploads: UploadFile,
    private readonly fetching: FetchFile,
    private readonly files: FileQueries,
  ) {}

  @Get()
  @Can('reconciliation.read')
  @ApiOperation({
    operationId: 'listSettlementFiles',
    summary: 'Files of banks, also those that were superseded',
  })
  @ApiListQuery(FILE_LIST, FILE_COLUMNS)
  @ApiOkResponse({ type: StoredFilePageDto })
  list(@Query() parameters: ListParameters): Promise<StoredFilePageDto> {
    return this.files.page(parameters);
  }

  @Get('export')
  @Can('reconciliation.read')
  @ApiExport('exportSettlementFiles', FILE_LIST)
  export(@Query() parameters: ListParameters, @Res() reply: FastifyReply): FastifyReply {
    return sendExport(reply, 'berkas-rekonsiliasi', FILE_COLUMNS, this.files.all(parameters));
  }

  @Post('preview')
  @HttpCode(200)
  @Can('reconciliation.manage')
  @ApiOperation({
    operationId: 'previewSettlementFile',
    summary: 'What a file seems to be: format, columns, sums, questions, errors by line. Stores nothing',
  })
  @FileStreamBody()
  @ApiConsumes('application/octet-stream')
  @ApiBody(BYTES)
  @ApiOkResponse({ type: FilePreviewDto })
  preview(@Query() query: PreviewFileQuery, @Body() body: unknown): Promise<FilePreviewDto> {
    return withSpooled(body, (spooled) => this.uploads.preview(spooled, query));
  }

  @Post()
  @Can('reconciliation.manage')
  @ApiOperation({
    operationId: 'uploadSettlementFile',
    summary: 'Stores a file and puts its day against it: all of it, or nothing and why',
  })
  @FileStreamBody()
  @ApiConsumes('application/octet-stream')
  @ApiBody(BYTES)
  @ApiCreatedResponse({ type: UploadedFileDto })
  upload(@Query() query: UploadFileQuery, @Body() body: unknown): Promise<UploadedFileDto> {
    return withSpooled(body, (spooled) => this.uploads.upload(spooled, query));
  }

  @Post('fetch')
  @Can('reconciliation.manage')
  @ApiOperation({
    operationId: 'fetchSettlementFile',
    summary: 'Asks the bank for the file of a day, where that was agreed, and takes it like an upload',
  })
  @ApiCreatedResponse({ type: UploadedFileDto })
  fetch(@Body() { bank_id: bankId, settlement_date: date }: OpenDayBody): Promise<UploadedFileDto> {
    return this.fetching.fetch(bankId, date);
  }

  @Get(':id/lines')
  @Can('reconciliation.read')
  @ApiOperation({ operationId: 'listSettlementFileLines', summary: 'The lines of a file, as it has them' })
  @ApiListQuery(LINE_LIST)
  @ApiOkResponse({ type: StoredLinePageDto })
  lines(
    @IdParam('id', 'reconciliation.file_not_found') id: number,
    @Query() parameters: ListParameters,
  ): Promise<StoredLinePageDto> {
    return this.files.lines(id, parameters);
  }

  @Get(':id/lines/export')
  @Can('reconciliation.read')
  @ApiExport('exportSettlementFileLines', LINE_LIST)
  exportLines(
    @IdParam('id', 'reconciliation.file_not_found') id: number,
    @Query() parameters: ListParameters,
    @Res() reply: FastifyReply,
  ): FastifyReply {
    return sendExport(reply, 'baris-berkas', LINE_COLUMNS, this.files.allLines(id, parameters));
  }
}
