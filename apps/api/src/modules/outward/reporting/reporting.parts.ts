import type { ModuleParts } from '../../../platform/manifest';
import { ExportFile } from './entities/export-file.entity';
import { ListView } from './entities/list-view.entity';
import { ReportingModule } from './reporting.module';
import { reportingManifest } from './reporting.manifest';
import { ROLLUP_LAWS } from './rollups/rollup.laws';
import { ListViews0034 } from './schema/0034-list-views';
import { Rollups0054 } from './schema/0054-rollups';
import { ExportFiles0070 } from './schema/0070-export-files';

export const reporting: ModuleParts = {
  manifest: reportingManifest,
  module: ReportingModule,
  entities: [ListView, ExportFile],
  schema: [ListViews0034, Rollups0054, ExportFiles0070],
  laws: ROLLUP_LAWS,
};
