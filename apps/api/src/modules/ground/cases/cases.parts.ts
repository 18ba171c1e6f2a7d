import type { ModuleParts } from '../../../platform/manifest';
import { casesManifest } from './cases.manifest';
import { CasesModule } from './cases.module';
import { Case } from './entities/case.entity';
import { CaseSubjects0033 } from './schema/0033-case-subjects';
import { CaseInbox0106 } from './schema/0106-case-inbox';

export const cases: ModuleParts = {
  manifest: casesManifest,
  module: CasesModule,
  entities: [Case],
  schema: [CaseSubjects0033, CaseInbox0106],
  laws: [],
};
