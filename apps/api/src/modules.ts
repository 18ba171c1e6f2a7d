import type { Type } from '@nestjs/common';
import { Approval, ApprovalsModule } from './modules/approvals';
import { IdentityModule, RefreshToken, Session, Staff } from './modules/identity';
import { Region, RegionsModule, Route } from './modules/regions';
import { FixedChargeRow, Tariff, TariffBlockRow, TariffsModule, TariffVersionRow } from './modules/tariffs';

/** The business modules of the application, lowest first. */
export const MODULES: Type[] = [IdentityModule, ApprovalsModule, RegionsModule, TariffsModule];

/** Every TypeORM entity; a test holds them against the schema. */
export const ENTITIES: (new () => object)[] = [
  Staff,
  Session,
  RefreshToken,
  Approval,
  Region,
  Route,
  Tariff,
  TariffVersionRow,
  TariffBlockRow,
  FixedChargeRow,
];
