export { CustomersModule } from './customers.module';
export { CustomerQueries } from './customers.queries';
export { CustomerMeterResponse, CustomerResponse } from './dto/customer.response';
export { CustomerAlias } from './entities/customer-alias.entity';
export { CustomerChange } from './entities/customer-change.entity';
export { Customer } from './entities/customer.entity';
export { Meter } from './entities/meter.entity';
