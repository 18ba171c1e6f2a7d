import 'i18next';
import type activity from '../features/outward/activity/words/id.json';
import type approvals from '../features/ground/approvals/words/id.json';
import type bankCalls from '../features/bank-gateway/bank-calls/words/id.json';
import type bankConnection from '../features/bank-gateway/bank-connection/words/id.json';
import type banks from '../features/bank-gateway/banks/words/id.json';
import type billRuns from '../features/water/bill-runs/words/id.json';
import type bills from '../features/water/bills/words/id.json';
import type cases from '../features/ground/cases/words/id.json';
import type certification from '../features/outward/certification/words/id.json';
import type common from './id/common.json';
import type customers from '../features/water/customers/words/id.json';
import type dashboard from '../features/outward/dashboard/words/id.json';
import type developer from '../features/outward/developer/words/id.json';
import type notices from '../features/outward/notices/words/id.json';
import type outboundCalls from '../features/bank-gateway/outbound-calls/words/id.json';
import type payments from '../features/money/payments/words/id.json';
import type penalties from '../features/water/penalties/words/id.json';
import type publicPages from './id/public.json';
import type publicHistory from './id/public-history.json';
import type publicInfo from './id/public-info.json';
import type publicPay from './id/public-pay.json';
import type publicReceipt from './id/public-receipt.json';
import type readings from '../features/water/readings/words/id.json';
import type regions from '../features/ground/regions/words/id.json';
import type sandboxBank from '../features/outward/sandbox-bank/words/id.json';
import type session from '../features/ground/session/words/id.json';
import type signatureChecker from '../features/outward/signature-checker/words/id.json';
import type tariffs from '../features/water/tariffs/words/id.json';
import type users from '../features/ground/users/words/id.json';
import type verification from '../features/water/verification/words/id.json';
import type webhooks from '../features/money/webhooks/words/id.json';

/** A key that does not exist in the Indonesian words does not compile. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    returnNull: false;
    resources: {
      activity: typeof activity;
      approvals: typeof approvals;
      'bank-calls': typeof bankCalls;
      banks: typeof banks;
      'bill-runs': typeof billRuns;
      bills: typeof bills;
      'bank-connection': typeof bankConnection;
      certification: typeof certification;
      cases: typeof cases;
      common: typeof common;
      customers: typeof customers;
      dashboard: typeof dashboard;
      developer: typeof developer;
      notices: typeof notices;
      'outbound-calls': typeof outboundCalls;
      payments: typeof payments;
      penalties: typeof penalties;
      public: typeof publicPages;
      'public-history': typeof publicHistory;
      'public-info': typeof publicInfo;
      'public-pay': typeof publicPay;
      'public-receipt': typeof publicReceipt;
      readings: typeof readings;
      regions: typeof regions;
      'sandbox-bank': typeof sandboxBank;
      session: typeof session;
      'signature-checker': typeof signatureChecker;
      tariffs: typeof tariffs;
      users: typeof users;
      verification: typeof verification;
      webhooks: typeof webhooks;
    };
  }
}
