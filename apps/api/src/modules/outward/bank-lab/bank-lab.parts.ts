import type { ModuleParts } from '../../../platform/manifest';
import { BANK_LAB_LAWS } from './bank-lab.laws';
import { BankLabModule } from './bank-lab.module';
import { CertificationRefusal, CertificationRun } from './entities/certification.entity';
import { bankLabManifest } from './bank-lab.manifest';
import { BanksThatTakeMoney0192 } from './schema/0192-banks-that-take-money';

export const bankLab: ModuleParts = {
  manifest: bankLabManifest,
  module: BankLabModule,
  entities: [CertificationRefusal, CertificationRun],
  schema: [BanksThatTakeMoney0192],
  laws: BANK_LAB_LAWS,
};
