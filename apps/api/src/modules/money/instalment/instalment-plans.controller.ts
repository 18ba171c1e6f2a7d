import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../platform/access';
import { Accepted } from '../../../platform/http';
import { ApiExport, ApiListQuery, sendExport, type ListParameters } from '../../../platform/list';
import { IdParam } from '../../../platform/validation';
import {
  EndPlanBody,
  InstalmentPlanDetailDto,
  InstalmentPlanPageDto,
  PlanEffectDto,
  PlanRequestDto,
  PreviewPlanBody,
  RequestPlanBody,
} from './dto/instalment-plan.dto';
import { EndPlan } from './end-plan.service';
import { INSTALMENT_PLAN_EXPORT } from './instalment-plan-export';
import { INSTALMENT_PLAN_LIST_SHAPE } from './instalment-plan.list';
import { InstalmentPlanQueries } from './instalment-plan.queries';
import { PlanInstalments } from './plan-instalments.service';
import { PrintAgreement } from './print-agreement.service';

@ApiTags('bills')
@Controller('v1/instalment-plans')
export class InstalmentPlansController {
  constructor(
    private readonly queries: InstalmentPlanQueries,
    private readonly plans: PlanInstalments,
    private readonly ending: EndPlan,
    private readonly papers: PrintAgreement,
  ) {}

  @Get()
  @Can('bill.read')
  @ApiOperation({ operationId: 'listInstalmentPlans', summary: 'Instalment plans, the latest first' })
  @ApiListQuery(INSTALMENT_PLAN_LIST_SHAPE, INSTALMENT_PLAN_EXPORT)
  @ApiOkResponse({ type: InstalmentPlanPageDto })
  list(@Query() parameters: ListParameters): Promise<InstalmentPlanPageDto> {
    return this.queries.page(parameters);
  }

  @Get('export')
  @Can('bill.read')
  @ApiExport('exportInstalmentPlans', INSTALMENT_PLAN_LIST_SHAPE)
  export(@Query() parameters: ListParameters, @Res() reply: FastifyReply): FastifyReply {
    return sendExport(reply, 'rencana-angsuran', INSTALMENT_PLAN_EXPORT, this.queries.all(parameters));
  }

  @Get(':id')
  @Can('bill.read')
  @ApiOperation({
    operationId: 'getInstalmentPlan',
    summary: 'One plan: what it replaced, and its instalments',
  })
  @ApiOkResponse({ type: InstalmentPlanDetailDto })
  get(@IdParam('id', 'instalment.not_found') id: number): Promise<InstalmentPlanDetailDto> {
    return this.queries.one(id);
  }

  @Get(':id/agreement')
  @Can('bill.read')
  @ApiOperation({
    operationId: 'printInstalmentAgreement',
    summary: 'The agreement, to be signed by the customer',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async agreement(
    @IdParam('id', 'instalment.not_found') id: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const paper = await this.papers.print(id);
    void reply
      .type('application/pdf')
      .header('Content-Disposition', `inline; filename="pernyataan-angsuran-${String(id)}.pdf"`);
    return paper;
  }

  @Post('preview')
  @HttpCode(200)
  @Can('bill.correct.request')
  @ApiOperation({
    operationId: 'previewInstalmentPlan',
    summary: 'What would be owed when; nothing is stored',
  })
  @ApiOkResponse({ type: PlanEffectDto })
  preview(@Body() body: PreviewPlanBody): Promise<PlanEffectDto> {
    return this.plans.preview(body);
  }

  @Post()
  @Can('bill.correct.request')
  @ApiOperation({
    operationId: 'requestInstalmentPlan',
    summary: 'Asks a second person to replace open bills by instalments',
  })
  @Accepted(PlanRequestDto)
  async request(@Body() body: RequestPlanBody): Promise<PlanRequestDto> {
    return { approval_id: await this.plans.request(body) };
  }

  @Post(':id/ending')
  @Can('bill.correct.request')
  @ApiOperation({
    operationId: 'endInstalmentPlan',
    summary: 'Asks a second person to end a plan before its time, or to take it back while nothing is paid',
  })
  @Accepted(PlanRequestDto)
  async end(
    @IdParam('id', 'instalment.not_found') id: number,
    @Body() { way, reason }: EndPlanBody,
  ): Promise<PlanRequestDto> {
    return { approval_id: await this.ending.request(id, way, reason) };
  }
}
