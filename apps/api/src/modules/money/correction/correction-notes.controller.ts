import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../platform/access';
import { IdParam } from '../../../platform/validation';
import { PrintNote } from './print-note.service';

@ApiTags('bills')
@Controller('v1/correction-notes')
export class CorrectionNotesController {
  constructor(private readonly papers: PrintNote) {}

  @Get(':id/pdf')
  @Can('bill.read')
  @ApiOperation({
    operationId: 'printCorrectionNote',
    summary: 'The paper of a correction, to be handed out',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async pdf(
    @IdParam('id', 'correction.not_found') id: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const paper = await this.papers.print(id);
    void reply
      .type('application/pdf')
      .header('Content-Disposition', `inline; filename="nota-koreksi-${String(id)}.pdf"`);
    return paper;
  }
}
