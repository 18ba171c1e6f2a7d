import { NO_SNAP_SERVICE, snapAnswer } from '@tirtapay/bank-protocol';
import type { ModuleParts } from '../../../platform/manifest';
import { BankSecurityModule } from './bank-security.module';
import { PaymentTransaction } from './entities/payment-transaction.entity';
import { SnapExternalId, SnapPartnerRow } from './entities/snap-partner.entity';
import { securityManifest } from './security.manifest';
import { isSnapUrl } from './snap/snap-services';
import { BankRefusals0013 } from './schema/0013-bank-refusals';
import { CallMonths0060 } from './schema/0060-call-months';
import { CallsWithoutForeignKeys0068 } from './schema/0068-calls-without-foreign-keys';
import { MonthsBesideCalls0210 } from './schema/0210-months-beside-calls';

export const security: ModuleParts = {
  manifest: securityManifest,
  module: BankSecurityModule,
  entities: [PaymentTransaction, SnapExternalId, SnapPartnerRow],
  schema: [BankRefusals0013, CallMonths0060, CallsWithoutForeignKeys0068, MonthsBesideCalls0210],
  laws: [],
  unreadableUrl: {
    at: isSnapUrl,
    answer: () => {
      const { http, ...body } = snapAnswer('badRequest', NO_SNAP_SERVICE);
      return { status: http, body };
    },
  },
};
