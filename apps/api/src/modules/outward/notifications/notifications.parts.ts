import type { ModuleParts } from '../../../platform/manifest';
import { NoticeReading } from './entities/notice-reading.entity';
import { Notice } from './entities/notice.entity';
import { NotificationsModule } from './notifications.module';
import { notificationsManifest } from './notifications.manifest';

export const notifications: ModuleParts = {
  manifest: notificationsManifest,
  module: NotificationsModule,
  entities: [Notice, NoticeReading],
  laws: [],
};
