export { CustomersModule } from './customers.module';
export { CustomerQueries } from '../../outward/reporting/customers/customers.queries';
export { CustomerMeterResponse, CustomerResponse } from './dto/customer.response';
export { customers } from './customers.parts';
