export { NoticeDto } from './dto/notice.dto';
export { NoticeQueries } from './notices.queries';
export { NotificationsModule } from './notifications.module';
export { notifications } from './notifications.parts';
