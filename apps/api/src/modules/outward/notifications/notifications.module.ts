import { Module } from '@nestjs/common';
import { NoticesController } from './notices.controller';
import { NoticeQueries } from './notices.queries';
import { PublishNotices } from './publish-notices';

@Module({
  controllers: [NoticesController],
  providers: [NoticeQueries, PublishNotices],
  exports: [NoticeQueries],
})
export class NotificationsModule {}
