export { CustomerReader } from './customer-reader';
export { CustomerNumbers } from './customer-numbers';
export { CustomersModule } from './customers.module';
export { CustomerNumberField } from './dto/customer-number.field';
export { CustomerMeterDto, CustomerPageDto, CustomerDto, type NamedDto } from './dto/customer.dto';
export { mayReadPii } from './may-read-pii';
export { TakeOverCustomers, type PlacedCustomer } from './take-over-customers.service';
export { TakenAlready, type Taken } from './taken-already';
export { customers } from './customers.parts';
