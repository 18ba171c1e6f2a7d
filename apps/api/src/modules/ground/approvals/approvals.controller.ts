import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../platform/access';
import { ApiExport, ApiListQuery, sendExport, type ListParameters } from '../../../platform/list';
import { IdParam } from '../../../platform/validation';
import { APPROVAL_COLUMNS } from './approval-export';
import { APPROVAL_LIST_QUERY, ApprovalQueries } from './approvals.queries';
import { DecideApproval } from './decide-approval.service';
import { ApprovalDetailDto, ApprovalKindDto, ApprovalPageDto, DecideApprovalBody } from './dto/approval.dto';
import { WithdrawApproval } from './withdraw-approval.service';

@ApiTags('approvals')
@Controller('v1/approvals')
export class ApprovalsController {
  constructor(
    private readonly approvals: ApprovalQueries,
    private readonly decideApproval: DecideApproval,
    private readonly withdrawApproval: WithdrawApproval,
  ) {}

  @Get()
  @Can('approval.read')
  @ApiOperation({ operationId: 'listApprovals', summary: 'Inbox of what needs a second person' })
  @ApiListQuery(APPROVAL_LIST_QUERY, APPROVAL_COLUMNS)
  @ApiOkResponse({ type: ApprovalPageDto })
  list(@Query() parameters: ListParameters): Promise<ApprovalPageDto> {
    return this.approvals.page(parameters);
  }

  @Get('export')
  @Can('approval.read')
  @ApiExport('exportApprovals', APPROVAL_LIST_QUERY)
  export(@Query() parameters: ListParameters, @Res() reply: FastifyReply): FastifyReply {
    return sendExport(reply, 'persetujuan', APPROVAL_COLUMNS, this.approvals.all(parameters));
  }

  @Get('kinds')
  @Can('approval.read')
  @ApiOperation({
    operationId: 'listApprovalKinds',
    summary: 'What needs a second person, whose decision it is, and whether there are enough people for it',
  })
  @ApiOkResponse({ type: [ApprovalKindDto] })
  kinds(): Promise<ApprovalKindDto[]> {
    return this.approvals.kinds();
  }

  @Get(':id')
  @Can('approval.read')
  @ApiOperation({
    operationId: 'getApproval',
    summary: 'One request with its payload and the people who may decide it',
  })
  @ApiOkResponse({ type: ApprovalDetailDto })
  one(@IdParam('id', 'approval.not_found') id: number): Promise<ApprovalDetailDto> {
    return this.approvals.one(id);
  }

  /** Who may decide depends on the kind of what is decided, so the use case asks for that permission, not the route. */
  @Post(':id/decision')
  @HttpCode(200)
  @Can('approval.read')
  @ApiOperation({
    operationId: 'decideApproval',
    summary: 'Approve or refuse what somebody else asked for; needs the permission of its kind',
  })
  @ApiOkResponse({ type: ApprovalDetailDto })
  async decide(
    @IdParam('id', 'approval.not_found') id: number,
    @Body() body: DecideApprovalBody,
  ): Promise<ApprovalDetailDto> {
    await this.decideApproval.execute(id, body);
    return this.approvals.one(id);
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Can('approval.read')
  @ApiOperation({
    operationId: 'withdrawApproval',
    summary: 'Take back what one asked for and nobody decided',
  })
  @ApiOkResponse({ type: ApprovalDetailDto })
  async withdraw(@IdParam('id', 'approval.not_found') id: number): Promise<ApprovalDetailDto> {
    await this.withdrawApproval.execute(id);
    return this.approvals.one(id);
  }
}
