export { NoticeResponse } from './dto/notice.response';
export { NoticeReading } from './entities/notice-reading.entity';
export { Notice } from './entities/notice.entity';
export { NoticeQueries } from './notices.queries';
export { NotificationsModule } from './notifications.module';
