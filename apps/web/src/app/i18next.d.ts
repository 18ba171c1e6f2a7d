import 'i18next';
import type { FEATURES } from './features';
import type { Feature } from '../components/layouts/feature';
import type common from '../i18n/id/common.json';
import type credentials from '../i18n/id/credentials.json';
import type ppob from '../i18n/id/ppob.json';
import type publicPages from '../i18n/id/public.json';
import type publicDispute from '../i18n/id/public-dispute.json';
import type publicHistory from '../i18n/id/public-history.json';
import type publicInfo from '../i18n/id/public-info.json';
import type publicPay from '../i18n/id/public-pay.json';
import type publicReceipt from '../i18n/id/public-receipt.json';

type FeatureWords = {
  [F in (typeof FEATURES)[number] as F['name']]: F extends Feature<string, infer Words> ? Words : never;
};

/** A key that does not exist in the Indonesian words does not compile. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    returnNull: false;
    resources: FeatureWords & {
      common: typeof common;
      ppob: typeof ppob;
      credentials: typeof credentials;
      public: typeof publicPages;
      'public-dispute': typeof publicDispute;
      'public-history': typeof publicHistory;
      'public-info': typeof publicInfo;
      'public-pay': typeof publicPay;
      'public-receipt': typeof publicReceipt;
    };
  }
}
