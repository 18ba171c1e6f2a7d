export { asItWas } from './as-it-was';
export { categoryBefore, categoryOfMonth } from './category-of-month';
export { CustomerReader } from './customer-reader';
export { CustomerNumbers } from './customer-numbers';
export { CustomersModule } from './customers.module';
export { CustomerNumberField } from './dto/customer-number.field';
export { CustomerMeterDto, CustomerPageDto, CustomerDto, type NamedDto } from './dto/customer.dto';
export { mayReadPii } from './may-read-pii';
export { IssuedMonths } from './issued-months';
export { MoveCustomers } from './move-customers.service';
export { MoveCustomersBody, MovedDto, MovePreviewDto, MoveTargetBody } from './dto/move.dto';
export {
  joinPlace,
  placesAsked,
  REGION_THEN,
  regionIn,
  ROUTE_THEN,
  wasInRegion,
  wasOnRoute,
} from './place-of-month';
export { PutExchangeRight } from './put-exchange-right.service';
export { TakeOverCustomers, type PlacedCustomer } from './take-over-customers.service';
export { TakenAlready, type Taken } from './taken-already';
export { customers } from './customers.parts';
