import { Module } from '@nestjs/common';
import { RegionsModule } from '../regions';
import { ChangeCustomerState } from './change-customer-state.service';
import { ChangeCustomer } from './change-customer.service';
import { CustomerHistoryQueries } from './customer-history.queries';
import { CustomersController } from './customers.controller';
import { CustomerQueries } from './customers.queries';
import { NikVault } from './nik-vault';
import { RegisterCustomer } from './register-customer.service';

@Module({
  imports: [RegionsModule],
  controllers: [CustomersController],
  providers: [
    ChangeCustomer,
    ChangeCustomerState,
    CustomerHistoryQueries,
    CustomerQueries,
    NikVault,
    RegisterCustomer,
  ],
  exports: [CustomerQueries],
})
export class CustomersModule {}
