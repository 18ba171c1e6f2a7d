import type { ModuleParts } from '../../../platform/manifest';
import { ListView } from './entities/list-view.entity';
import { ReportingModule } from './reporting.module';
import { reportingManifest } from './reporting.manifest';
import { ListViews0034 } from './schema/0034-list-views';

export const reporting: ModuleParts = {
  manifest: reportingManifest,
  module: ReportingModule,
  entities: [ListView],
  schema: [ListViews0034],
  laws: [],
};
