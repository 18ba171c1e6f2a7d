import type { ModuleParts } from '../../../platform/manifest';
import { CustomersModule } from './customers.module';
import { CustomerAlias } from './entities/customer-alias.entity';
import { CustomerChange } from './entities/customer-change.entity';
import { Customer } from './entities/customer.entity';
import { Meter } from './entities/meter.entity';
import { customersManifest } from './customers.manifest';

export const customers: ModuleParts = {
  manifest: customersManifest,
  module: CustomersModule,
  entities: [Customer, CustomerAlias, CustomerChange, Meter],
  laws: [],
};
