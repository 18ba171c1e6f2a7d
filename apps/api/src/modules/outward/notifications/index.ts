export { NoticeResponse } from './dto/notice.response';
export { NoticeQueries } from './notices.queries';
export { NotificationsModule } from './notifications.module';
export { notifications } from './notifications.parts';
