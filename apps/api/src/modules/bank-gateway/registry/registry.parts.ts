import type { ModuleParts } from '../../../platform/manifest';
import { BankApiKey } from './entities/bank-api-key.entity';
import { Bank } from './entities/bank.entity';
import { RegistryModule } from './registry.module';
import { registryManifest } from './registry.manifest';

export const registry: ModuleParts = {
  manifest: registryManifest,
  module: RegistryModule,
  entities: [Bank, BankApiKey],
  laws: [],
};
