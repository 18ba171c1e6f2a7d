import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../../platform/access';
import { ApiExport, ApiListQuery, sendExport, type ListParameters } from '../../../platform/list';
import { ACTIVITY_COLUMNS } from './activity/activity-export';
import { ACTIVITY_LIST, ActivityLogQueries } from './activity/activity-log.queries';
import { DashboardQueries } from './dashboard/dashboard.queries';
import { ActivityPageDto } from './activity/activity.dto';
import { DashboardDto } from './dashboard/dashboard.dto';

@ApiTags('reporting')
@Controller('v1')
export class ReportingController {
  constructor(
    private readonly dashboard: DashboardQueries,
    private readonly activity: ActivityLogQueries,
  ) {}

  @Get('dashboard')
  @Can('dashboard.read')
  @ApiOperation({ operationId: 'getDashboard', summary: 'Live figures of today' })
  @ApiOkResponse({ type: DashboardDto })
  today(): Promise<DashboardDto> {
    return this.dashboard.today();
  }

  @Get('activity-log')
  @Can('audit.read')
  @ApiOperation({ operationId: 'listActivity', summary: 'Audit trail, newest first' })
  @ApiListQuery(ACTIVITY_LIST, ACTIVITY_COLUMNS)
  @ApiOkResponse({ type: ActivityPageDto })
  activityLog(@Query() parameters: ListParameters): Promise<ActivityPageDto> {
    return this.activity.page(parameters);
  }

  @Get('activity-log/export')
  @Can('audit.read')
  @ApiExport('exportActivity', ACTIVITY_LIST)
  exportActivity(@Query() parameters: ListParameters, @Res() reply: FastifyReply): FastifyReply {
    return sendExport(reply, 'log-aktivitas', ACTIVITY_COLUMNS, this.activity.all(parameters));
  }
}
