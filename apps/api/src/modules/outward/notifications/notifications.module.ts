import { Module } from '@nestjs/common';
import { ForgetNotices } from './forget-notices';
import { NoticesController } from './notices.controller';
import { NoticeQueries } from './notices.queries';
import { PublishNotices } from './publish-notices';

@Module({
  controllers: [NoticesController],
  providers: [ForgetNotices, NoticeQueries, PublishNotices],
  exports: [NoticeQueries],
})
export class NotificationsModule {}
