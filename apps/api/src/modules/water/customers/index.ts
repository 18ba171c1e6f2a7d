export { CustomerReader } from './customer-reader';
export { CustomersModule } from './customers.module';
export { CustomerNumberField } from './dto/customer-number.field';
export { CustomerMeterDto, CustomerPageDto, CustomerDto, type NamedDto } from './dto/customer.dto';
export { mayReadPii } from './may-read-pii';
export { customers } from './customers.parts';
