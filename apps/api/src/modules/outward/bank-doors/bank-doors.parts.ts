import type { ModuleParts } from '../../../platform/manifest';
import { BankDoorsModule } from './bank-doors.module';
import { bankDoorsManifest } from './bank-doors.manifest';

export const bankDoors: ModuleParts = {
  manifest: bankDoorsManifest,
  module: BankDoorsModule,
  entities: [],
  laws: [],
};
