import type { ModuleParts } from '../../../platform/manifest';
import { BankLabModule } from './bank-lab.module';
import { CertificationRefusal, CertificationRun } from './entities/certification.entity';
import { bankLabManifest } from './bank-lab.manifest';

export const bankLab: ModuleParts = {
  manifest: bankLabManifest,
  module: BankLabModule,
  entities: [CertificationRefusal, CertificationRun],
  laws: [],
};
