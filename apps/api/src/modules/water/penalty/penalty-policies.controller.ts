import { Body, Controller, Get, HttpCode, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../platform/access';
import { ApiExport, ApiListQuery, sendExport, type ListParameters } from '../../../platform/list';
import { IdParam } from '../../../platform/validation';
import {
  ChangePenaltyPolicyBody,
  CreatePenaltyPolicyBody,
  PenaltyPolicyPageDto,
  PenaltyPolicyDto,
  PreviewPolicyChangeBody,
} from './dto/penalty-policy.dto';
import { PenaltyEffectDto } from './dto/penalty-effect.dto';
import { newPolicy } from './new-policy';
import { PolicyEffect } from './policy-effect.service';
import { ProposePolicy } from './propose-policy.service';
import { PENALTY_POLICY_COLUMNS } from './penalty-policy-export';
import { POLICY_LIST_SHAPE } from './penalty-policy.list';
import { PenaltyQueries } from './penalty.queries';

@ApiTags('penalties')
@Controller('v1/penalty-policies')
export class PenaltyPoliciesController {
  constructor(
    private readonly queries: PenaltyQueries,
    private readonly proposals: ProposePolicy,
    private readonly effects: PolicyEffect,
  ) {}

  @Get()
  @Can('penalty.read')
  @ApiOperation({ operationId: 'listPenaltyPolicies', summary: 'Penalty policies, the latest first' })
  @ApiListQuery(POLICY_LIST_SHAPE, PENALTY_POLICY_COLUMNS)
  @ApiOkResponse({ type: PenaltyPolicyPageDto })
  list(@Query() parameters: ListParameters): Promise<PenaltyPolicyPageDto> {
    return this.queries.policies(parameters);
  }

  @Get('export')
  @Can('penalty.read')
  @ApiExport('exportPenaltyPolicies', POLICY_LIST_SHAPE)
  export(@Query() parameters: ListParameters, @Res() reply: FastifyReply): FastifyReply {
    return sendExport(reply, 'kebijakan-denda', PENALTY_POLICY_COLUMNS, this.queries.allPolicies(parameters));
  }

  @Get(':id')
  @Can('penalty.read')
  @ApiOperation({ operationId: 'getPenaltyPolicy', summary: 'One policy' })
  @ApiOkResponse({ type: PenaltyPolicyDto })
  get(@IdParam('id', 'penalty_policy.not_found') id: number): Promise<PenaltyPolicyDto> {
    return this.queries.policy(id);
  }

  @Post('preview')
  @HttpCode(200)
  @Can('penalty.manage')
  @ApiOperation({
    operationId: 'previewPenaltyPolicy',
    summary: 'What a new rule would do; nothing is stored',
  })
  @ApiOkResponse({ type: PenaltyEffectDto })
  preview(@Body() body: CreatePenaltyPolicyBody): Promise<PenaltyEffectDto> {
    return this.effects.of(newPolicy(body));
  }

  @Post()
  @Can('penalty.manage')
  @ApiOperation({
    operationId: 'createPenaltyPolicy',
    summary: 'Proposes a new rule for a second person; its numbers never change afterwards',
  })
  @ApiCreatedResponse({ type: PenaltyPolicyDto })
  async create(@Body() body: CreatePenaltyPolicyBody): Promise<PenaltyPolicyDto> {
    return this.queries.policy(await this.proposals.create(body));
  }

  @Post(':id/preview')
  @HttpCode(200)
  @Can('penalty.manage')
  @ApiOperation({
    operationId: 'previewPenaltyPolicyChange',
    summary: 'What an end or a switch of a policy would do; nothing is stored',
  })
  @ApiOkResponse({ type: PenaltyEffectDto })
  previewChange(
    @IdParam('id', 'penalty_policy.not_found') id: number,
    @Body() body: PreviewPolicyChangeBody,
  ): Promise<PenaltyEffectDto> {
    return this.proposals.preview(id, body);
  }

  @Patch(':id')
  @Can('penalty.manage')
  @ApiOperation({
    operationId: 'changePenaltyPolicy',
    summary: 'Renames a policy; its end and its switch wait for a second person',
  })
  @ApiOkResponse({ type: PenaltyPolicyDto })
  async change(
    @IdParam('id', 'penalty_policy.not_found') id: number,
    @Body() body: ChangePenaltyPolicyBody,
  ): Promise<PenaltyPolicyDto> {
    await this.proposals.change(id, body);
    return this.queries.policy(id);
  }
}
