import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../platform/access';
import { ApiCsvExport, ApiListQuery, sendCsv, type ListParameters } from '../../../platform/list';
import { IdParam } from '../../../platform/validation';
import { APPROVAL_COLUMNS } from './approval-export';
import { APPROVAL_LIST_QUERY, ApprovalQueries } from './approvals.queries';
import { DecideApproval } from './decide-approval.service';
import { ApprovalDto, ApprovalPageDto, DecideApprovalBody } from './dto/approval.dto';

@ApiTags('approvals')
@Controller('v1/approvals')
export class ApprovalsController {
  constructor(
    private readonly approvals: ApprovalQueries,
    private readonly decideApproval: DecideApproval,
  ) {}

  @Get()
  @Can('approval.read')
  @ApiOperation({ operationId: 'listApprovals', summary: 'Inbox of what needs a second person' })
  @ApiListQuery(APPROVAL_LIST_QUERY)
  @ApiOkResponse({ type: ApprovalPageDto })
  list(@Query() parameters: ListParameters): Promise<ApprovalPageDto> {
    return this.approvals.page(parameters);
  }

  @Get('export')
  @Can('approval.read')
  @ApiCsvExport('exportApprovals', APPROVAL_LIST_QUERY)
  export(@Query() parameters: ListParameters, @Res() reply: FastifyReply): FastifyReply {
    return sendCsv(reply, 'persetujuan.csv', APPROVAL_COLUMNS, this.approvals.all(parameters));
  }

  @Get(':id')
  @Can('approval.read')
  @ApiOperation({ operationId: 'getApproval', summary: 'One request with its payload' })
  @ApiOkResponse({ type: ApprovalDto })
  one(@IdParam('id', 'approval.not_found') id: number): Promise<ApprovalDto> {
    return this.approvals.one(id);
  }

  @Post(':id/decision')
  @HttpCode(200)
  @Can('approval.decide')
  @ApiOperation({ operationId: 'decideApproval', summary: 'Approve or reject what somebody else asked for' })
  @ApiOkResponse({ type: ApprovalDto })
  async decide(
    @IdParam('id', 'approval.not_found') id: number,
    @Body() body: DecideApprovalBody,
  ): Promise<ApprovalDto> {
    await this.decideApproval.execute(id, body);
    return this.approvals.one(id);
  }
}
