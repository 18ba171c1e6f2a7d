import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RegionsModule } from '../../ground/regions';
import { ChangeCustomerState } from './change-customer-state.service';
import { ChangeCustomer } from './change-customer.service';
import { CustomerHistoryQueries } from './customer-history.queries';
import { CustomersController } from './customers.controller';
import { CustomerMetersController } from './customer-meters.controller';
import { CustomerQueries } from '../../outward/reporting/customers/customers.queries';
import { Customer } from './entities/customer.entity';
import { MeterQueries } from './meters.queries';
import { NikVault } from './nik-vault';
import { RegisterCustomer } from './register-customer.service';
import { ReplaceMeter } from './replace-meter.service';

@Module({
  imports: [TypeOrmModule.forFeature([Customer]), RegionsModule],
  controllers: [CustomersController, CustomerMetersController],
  providers: [
    ChangeCustomer,
    ChangeCustomerState,
    CustomerHistoryQueries,
    CustomerQueries,
    MeterQueries,
    NikVault,
    RegisterCustomer,
    ReplaceMeter,
  ],
  exports: [CustomerQueries],
})
export class CustomersModule {}
