import type { ModuleParts } from '../../../platform/manifest';
import { BankSecurityModule } from './bank-security.module';
import { PaymentTransaction } from './entities/payment-transaction.entity';
import { SnapExternalId, SnapPartnerRow } from './entities/snap-partner.entity';
import { securityManifest } from './security.manifest';
import { BankRefusals0013 } from './schema/0013-bank-refusals';
import { CallsWithoutForeignKeys0068 } from './schema/0068-calls-without-foreign-keys';

export const security: ModuleParts = {
  manifest: securityManifest,
  module: BankSecurityModule,
  entities: [PaymentTransaction, SnapExternalId, SnapPartnerRow],
  schema: [BankRefusals0013, CallsWithoutForeignKeys0068],
  laws: [],
};
