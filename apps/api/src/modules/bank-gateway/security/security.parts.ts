import type { ModuleParts } from '../../../platform/manifest';
import { BankSecurityModule } from './bank-security.module';
import { PaymentTransaction } from './entities/payment-transaction.entity';
import { SnapExternalId, SnapPartnerRow } from './entities/snap-partner.entity';
import { securityManifest } from './security.manifest';

export const security: ModuleParts = {
  manifest: securityManifest,
  module: BankSecurityModule,
  entities: [PaymentTransaction, SnapExternalId, SnapPartnerRow],
  laws: [],
};
