import type { ModuleParts } from '../../../platform/manifest';
import { BankApiKey } from './entities/bank-api-key.entity';
import { Bank } from './entities/bank.entity';
import { Partner } from './entities/partner.entity';
import { RegistryModule } from './registry.module';
import { registryManifest } from './registry.manifest';
import { Banks0005 } from './schema/0005-banks';
import { QrisFee0010 } from './schema/0010-qris-fee';
import { ProvenCredentials0030 } from './schema/0030-proven-credentials';
import { CertifyingUntil0191 } from './schema/0191-certifying-until';

export const registry: ModuleParts = {
  manifest: registryManifest,
  module: RegistryModule,
  entities: [Bank, BankApiKey, Partner],
  schema: [Banks0005, QrisFee0010, ProvenCredentials0030, CertifyingUntil0191],
  laws: [],
};
