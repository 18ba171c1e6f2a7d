import 'i18next';
import type activity from './id/activity.json';
import type approvals from './id/approvals.json';
import type bankCalls from './id/bank-calls.json';
import type bankConnection from './id/bank-connection.json';
import type banks from './id/banks.json';
import type billRuns from './id/bill-runs.json';
import type bills from './id/bills.json';
import type cases from './id/cases.json';
import type certification from './id/certification.json';
import type common from './id/common.json';
import type customers from './id/customers.json';
import type dashboard from './id/dashboard.json';
import type developer from './id/developer.json';
import type notices from './id/notices.json';
import type outboundCalls from './id/outbound-calls.json';
import type payments from './id/payments.json';
import type penalties from './id/penalties.json';
import type publicPages from './id/public.json';
import type publicHistory from './id/public-history.json';
import type publicInfo from './id/public-info.json';
import type publicPay from './id/public-pay.json';
import type publicReceipt from './id/public-receipt.json';
import type readings from './id/readings.json';
import type regions from './id/regions.json';
import type sandboxBank from './id/sandbox-bank.json';
import type session from './id/session.json';
import type signatureChecker from './id/signature-checker.json';
import type tariffs from './id/tariffs.json';
import type users from './id/users.json';
import type verification from './id/verification.json';
import type webhooks from './id/webhooks.json';

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
