import { Body, Controller, Delete, Get, HttpCode, Post, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { SignedIn } from '../../../../platform/access';
import { FileStore } from '../../../../platform/files';
import { Problem } from '../../../../platform/problem';
import { IdParam } from '../../../../platform/validation';
import { ExportFileDto, OrderExportBody } from './export-file.dto';
import { ExportFileQueries } from './export-file.queries';
import { OrderExport } from './order-export.service';

/** Files of lists that take longer than anybody waits. Each is its owner's alone. */
@ApiTags('reporting')
@Controller('v1/exports')
export class ExportFilesController {
  constructor(
    private readonly queries: ExportFileQueries,
    private readonly orders: OrderExport,
    private readonly files: FileStore,
  ) {}

  @Post()
  @SignedIn()
  @ApiOperation({ operationId: 'orderExport', summary: 'Have a file written in the background' })
  @ApiAcceptedResponse({ type: ExportFileDto })
  async order(@Body() { address }: OrderExportBody, @Res() reply: FastifyReply): Promise<void> {
    const ordered = await this.orders.order(address);
    if ('id' in ordered) void reply.status(202).send(await this.queries.byId(ordered.id));
    // In the words of the route that would have written it.
    else if (ordered.status >= 400)
      void reply.status(ordered.status).type('application/problem+json').send(ordered.body);
    else throw new Problem('request.not_found');
  }

  @Get()
  @SignedIn()
  @ApiOperation({ operationId: 'getExportFiles', summary: 'The files you asked for, the newest first' })
  @ApiOkResponse({ type: [ExportFileDto] })
  mine(): Promise<ExportFileDto[]> {
    return this.queries.mine();
  }

  @Get(':id')
  @SignedIn()
  @ApiOperation({ operationId: 'getExportFile', summary: 'How far a file is' })
  @ApiOkResponse({ type: ExportFileDto })
  one(@IdParam('id', 'export.not_found') id: number): Promise<ExportFileDto> {
    return this.queries.byId(id);
  }

  @Post(':id/retry')
  @HttpCode(202)
  @SignedIn()
  @ApiOperation({ operationId: 'retryExport', summary: 'Begin a file anew that was given up' })
  @ApiAcceptedResponse({ type: ExportFileDto })
  async retry(@IdParam('id', 'export.not_found') id: number): Promise<ExportFileDto> {
    await this.orders.retry(id);
    return this.queries.byId(id);
  }

  @Delete(':id')
  @HttpCode(204)
  @SignedIn()
  @ApiOperation({ operationId: 'removeExport', summary: 'Throw a file away, or end its writing' })
  @ApiNoContentResponse()
  remove(@IdParam('id', 'export.not_found') id: number): Promise<void> {
    return this.orders.remove(id);
  }

  @Get(':id/file')
  @SignedIn()
  @ApiOperation({ operationId: 'downloadExport', summary: 'The file itself' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(@IdParam('id', 'export.not_found') id: number, @Res() reply: FastifyReply): Promise<void> {
    const { record, name, type } = await this.queries.file(id);
    const content = await this.files.open(record);
    if (content === null) throw new Problem('export.not_found');
    void reply
      .header('Content-Type', type)
      .header('Content-Length', record.sizeBytes)
      .header('Content-Disposition', `attachment; filename="${name}"`)
      .header('Cache-Control', 'no-store')
      .send(content);
  }
}
