import { Module } from '@nestjs/common';
import { NotificationsModule } from '../notifications';
import { ActivityLogQueries } from './activity-log.queries';
import { DashboardFigures } from './dashboard-figures';
import { DashboardQueries } from './dashboard.queries';
import { ReportingController } from './reporting.controller';
import { FindController } from './search/find.controller';
import { FindQueries } from './search/find.queries';
import { ListViewQueries } from './views/list-view.queries';
import { ListViewsController } from './views/list-views.controller';
import { SaveListView } from './views/save-list-view.service';

@Module({
  imports: [NotificationsModule],
  controllers: [ReportingController, ListViewsController, FindController],
  providers: [
    ActivityLogQueries,
    DashboardFigures,
    DashboardQueries,
    ListViewQueries,
    SaveListView,
    FindQueries,
  ],
})
export class ReportingModule {}
