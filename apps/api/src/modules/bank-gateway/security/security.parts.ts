import type { ModuleParts } from '../../../platform/manifest';
import { BankSecurityModule } from './bank-security.module';
import { PaymentTransaction } from './entities/payment-transaction.entity';
import { SnapExternalId, SnapPartnerRow } from './entities/snap-partner.entity';
import { securityManifest } from './security.manifest';
import { BankRefusals0013 } from './schema/0013-bank-refusals';
import { CallMonths0060 } from './schema/0060-call-months';

export const security: ModuleParts = {
  manifest: securityManifest,
  module: BankSecurityModule,
  entities: [PaymentTransaction, SnapExternalId, SnapPartnerRow],
  schema: [BankRefusals0013, CallMonths0060],
  laws: [],
};
