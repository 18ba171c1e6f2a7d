import { Module } from '@nestjs/common';
import { NotificationsModule } from '../notifications';
import { ActivityLogQueries } from './activity/activity-log.queries';
import { DashboardFigures } from './dashboard/dashboard-figures';
import { DashboardQueries } from './dashboard/dashboard.queries';
import { ReportingController } from './reporting.controller';

@Module({
  imports: [NotificationsModule],
  controllers: [ReportingController],
  providers: [ActivityLogQueries, DashboardFigures, DashboardQueries],
})
export class ReportingModule {}
