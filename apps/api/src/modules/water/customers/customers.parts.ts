import type { ModuleParts } from '../../../platform/manifest';
import { CUSTOMERS_LAWS } from './customers.laws';
import { CustomersModule } from './customers.module';
import { CustomerAlias } from './entities/customer-alias.entity';
import { CustomerChange } from './entities/customer-change.entity';
import { Customer } from './entities/customer.entity';
import { FormerPlace } from './entities/former-place.entity';
import { Meter } from './entities/meter.entity';
import { customersManifest } from './customers.manifest';
import { Customers0003 } from './schema/0003-customers';
import { MeterReplacements0011 } from './schema/0011-meter-replacements';
import { MetersTakenOver0082 } from './schema/0082-meters-taken-over';
import { ClosingConnections0107 } from './schema/0107-closing-connections';
import { FormerPlaces0125 } from './schema/0125-former-places';
import { StatesByDay0160 } from './schema/0160-states-by-day';

export const customers: ModuleParts = {
  manifest: customersManifest,
  module: CustomersModule,
  entities: [Customer, CustomerAlias, CustomerChange, FormerPlace, Meter],
  schema: [
    Customers0003,
    MeterReplacements0011,
    MetersTakenOver0082,
    ClosingConnections0107,
    FormerPlaces0125,
    StatesByDay0160,
  ],
  laws: CUSTOMERS_LAWS,
};
