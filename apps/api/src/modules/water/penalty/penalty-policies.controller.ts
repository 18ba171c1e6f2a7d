import { Body, Controller, Get, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../platform/access';
import { ApiCsvExport, ApiListQuery, sendCsv, type ListParameters } from '../../../platform/list';
import { IdParam } from '../../../platform/validation';
import { ChangePenaltyPolicy } from './change-penalty-policy.service';
import {
  ChangePenaltyPolicyBody,
  CreatePenaltyPolicyBody,
  PenaltyPolicyPage,
  PenaltyPolicyResponse,
} from './dto/penalty-policy.dto';
import { PENALTY_POLICY_COLUMNS } from './penalty-policy-export';
import { POLICY_LIST_SHAPE } from './penalty-policy.list';
import { PenaltyQueries } from './penalty.queries';

@ApiTags('penalties')
@Controller('v1/penalty-policies')
export class PenaltyPoliciesController {
  constructor(
    private readonly queries: PenaltyQueries,
    private readonly changing: ChangePenaltyPolicy,
  ) {}

  @Get()
  @Can('penalty.read')
  @ApiOperation({ operationId: 'listPenaltyPolicies', summary: 'Penalty policies, the latest first' })
  @ApiListQuery(POLICY_LIST_SHAPE)
  @ApiOkResponse({ type: PenaltyPolicyPage })
  list(@Query() parameters: ListParameters): Promise<PenaltyPolicyPage> {
    return this.queries.policies(parameters);
  }

  @Get('export')
  @Can('penalty.read')
  @ApiCsvExport('exportPenaltyPolicies', POLICY_LIST_SHAPE)
  export(@Query() parameters: ListParameters, @Res() reply: FastifyReply): FastifyReply {
    return sendCsv(
      reply,
      'kebijakan-denda.csv',
      PENALTY_POLICY_COLUMNS,
      this.queries.allPolicies(parameters),
    );
  }

  @Get(':id')
  @Can('penalty.read')
  @ApiOperation({ operationId: 'getPenaltyPolicy', summary: 'One policy' })
  @ApiOkResponse({ type: PenaltyPolicyResponse })
  get(@IdParam('id', 'penalty_policy.not_found') id: number): Promise<PenaltyPolicyResponse> {
    return this.queries.policy(id);
  }

  @Post()
  @Can('penalty.manage')
  @ApiOperation({
    operationId: 'createPenaltyPolicy',
    summary: 'A new rule; its numbers never change afterwards',
  })
  @ApiCreatedResponse({ type: PenaltyPolicyResponse })
  async create(@Body() body: CreatePenaltyPolicyBody): Promise<PenaltyPolicyResponse> {
    return this.queries.policy(await this.changing.create(body));
  }

  @Patch(':id')
  @Can('penalty.manage')
  @ApiOperation({ operationId: 'changePenaltyPolicy', summary: 'Rename, end or switch a policy' })
  @ApiOkResponse({ type: PenaltyPolicyResponse })
  async change(
    @IdParam('id', 'penalty_policy.not_found') id: number,
    @Body() body: ChangePenaltyPolicyBody,
  ): Promise<PenaltyPolicyResponse> {
    await this.changing.change(id, body);
    return this.queries.policy(id);
  }
}
