import type { ModuleParts } from '../../../platform/manifest';
import { ReportingModule } from './reporting.module';
import { reportingManifest } from './reporting.manifest';

export const reporting: ModuleParts = {
  manifest: reportingManifest,
  module: ReportingModule,
  entities: [],
  laws: [],
};
