import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApprovalsModule } from '../../ground/approvals';
import { RegionsModule, RegionUse } from '../../ground/regions';
import { ChangeCustomerState } from './change-customer-state.service';
import { ChangeCustomer } from './change-customer.service';
import { CustomerHistoryQueries } from './customer-history.queries';
import { CustomerNumbers } from './customer-numbers';
import { CustomersOfRegion } from './customers-of-region';
import { CustomersController } from './customers.controller';
import { CustomerMetersController } from './customer-meters.controller';
import { Customer } from './entities/customer.entity';
import { MeterQueries } from './meters.queries';
import { MoveCustomers } from './move-customers.service';
import { NikVault } from './nik-vault';
import { PutExchangeRight } from './put-exchange-right.service';
import { RegisterCustomer } from './register-customer.service';
import { CorrectLegacyNumber } from './correct-legacy-number.service';
import { CorrectMeter } from './correct-meter.service';
import { InstallMeter } from './install-meter.service';
import { ReplaceMeter } from './replace-meter.service';
import { TakeOverCustomers } from './take-over-customers.service';
import { TariffCustomers, TariffsModule } from '../tariffs';
import { CustomersOfTariff } from './tariff-customers';
import { TakenAlready } from './taken-already';

/** Global, because it answers what lower modules ask: whether a region is used, and who lives by a category. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Customer]), ApprovalsModule, RegionsModule, TariffsModule],
  controllers: [CustomersController, CustomerMetersController],
  providers: [
    ChangeCustomer,
    ChangeCustomerState,
    CustomerHistoryQueries,
    MeterQueries,
    MoveCustomers,
    NikVault,
    PutExchangeRight,
    RegisterCustomer,
    ReplaceMeter,
    InstallMeter,
    CorrectMeter,
    CorrectLegacyNumber,
    CustomerNumbers,
    TakeOverCustomers,
    TakenAlready,
    { provide: TariffCustomers, useClass: CustomersOfTariff },
    { provide: RegionUse, useClass: CustomersOfRegion },
  ],
  exports: [
    RegionUse,
    TariffCustomers,
    CustomerNumbers,
    MoveCustomers,
    PutExchangeRight,
    TakeOverCustomers,
    TakenAlready,
  ],
})
export class CustomersModule {}
