import { Body, Controller, Get, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../../platform/access';
import { IdParam } from '../../../../platform/validation';
import { CaseReader } from './case-reader';
import { AssignCase } from './assign-case.service';
import { AssignCaseBody, CaseDetailDto, CasePersonDto, ResolveCaseBody } from './case.dto';
import { PrintPayOut } from './print-pay-out.service';
import { ResolveCase } from './resolve-case.service';

@ApiTags('cases')
@Controller('v1/cases')
export class CasesController {
  constructor(
    private readonly cases: CaseReader,
    private readonly decisions: ResolveCase,
    private readonly assignments: AssignCase,
    private readonly slips: PrintPayOut,
  ) {}

  @Get('people')
  @Can('case.resolve')
  @ApiOperation({ operationId: 'listCasePeople', summary: 'Who may decide cases, and so work on one' })
  @ApiOkResponse({ type: [CasePersonDto] })
  async people(): Promise<CasePersonDto[]> {
    return (await this.assignments.able()).map(({ id, name }) => ({ id, name }));
  }

  @Get(':id/slip')
  @Can('case.read')
  @ApiOperation({
    operationId: 'printPayOutSlip',
    summary: 'The paper of money that went back to the customer or to the bank, by two people',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async slip(
    @IdParam('id', 'case.not_found') id: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const paper = await this.slips.print(id);
    void reply
      .type('application/pdf')
      .header('Content-Disposition', `inline; filename="pengembalian-${String(id)}.pdf"`);
    return paper;
  }

  @Put(':id/assignment')
  @Can('case.resolve')
  @ApiOperation({ operationId: 'assignCase', summary: 'Who works on the case from now on' })
  @ApiOkResponse({ type: CaseDetailDto })
  async assign(
    @IdParam('id', 'case.not_found') id: number,
    @Body() body: AssignCaseBody,
  ): Promise<CaseDetailDto> {
    await this.assignments.assign(id, body.person_id);
    return this.cases.one(id);
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
    return this.cases.one(id);
  }
}
