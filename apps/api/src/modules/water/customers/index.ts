export { CustomerReader } from './customer-reader';
export { CustomersModule } from './customers.module';
export {
  CustomerMeterResponse,
  CustomerPageResponse,
  CustomerResponse,
  type NamedResponse,
} from './dto/customer.dto';
export { mayReadPii } from './may-read-pii';
export { customers } from './customers.parts';
