import { NuqsAdapter } from 'nuqs/adapters/react-router/v7';
import type { Permission } from '@tirtapay/domain';
import type { ComponentType } from 'react';
import { createBrowserRouter, Outlet } from 'react-router-dom';
import type { RouteObject } from 'react-router-dom';
import { ForbiddenPage, NotFoundPage, PageLoader } from '../components/page/page-states';
import { loadWords } from '../i18n';
import { usePermission } from '../lib/use-permission';
import { FirstPage } from './first-page';
import { PageCrash } from './page-crash';
import { SignedInFrame } from './signed-in-frame';

type Load = () => Promise<ComponentType>;

function withPermission(Page: ComponentType, permission: Permission): ComponentType {
  return function GuardedPage() {
    return usePermission(permission) ? <Page /> : <ForbiddenPage />;
  };
}

/** A page with others inside: what is the same on all of them, for instance the head of a bank and its tabs. */
function frame(
  path: string,
  words: string,
  load: Load,
  permission: Permission,
  children: RouteObject[],
): RouteObject {
  return { ...page(path, words, load, permission), children } as RouteObject;
}

/** A page comes as its own chunk, together with the words it speaks. */
function page(path: string, words: string, load: Load, permission?: Permission): RouteObject {
  return {
    path,
    lazy: async () => {
      const [Page] = await Promise.all([load(), loadWords([words])]);
      return { Component: permission ? withPermission(Page, permission) : Page };
    },
  };
}

const staffPages: RouteObject[] = [
  { index: true, Component: FirstPage },
  page('account', 'session', () => import('../features/ground/session').then((m) => m.AccountPage)),
  page(
    'dashboard',
    'dashboard',
    () => import('../features/outward/dashboard').then((m) => m.DashboardPage),
    'dashboard.read',
  ),
  page(
    'customers',
    'customers',
    () => import('../features/water/customers').then((m) => m.CustomersPage),
    'customer.read',
  ),
  page(
    'customers/new',
    'customers',
    () => import('../features/water/customers').then((m) => m.NewCustomerPage),
    'customer.write',
  ),
  page(
    'customers/:id',
    'customers',
    () => import('../features/water/customers').then((m) => m.CustomerPage),
    'customer.read',
  ),
  page(
    'customers/:id/edit',
    'customers',
    () => import('../features/water/customers').then((m) => m.EditCustomerPage),
    'customer.write',
  ),
  page(
    'readings',
    'readings',
    () => import('../features/water/readings').then((m) => m.ReadingsPage),
    'reading.read',
  ),
  page(
    'readings/new',
    'readings',
    () => import('../features/water/readings').then((m) => m.ReadingEntryPage),
    'reading.record',
  ),
  page(
    'verification',
    'verification',
    () => import('../features/water/verification').then((m) => m.VerificationPage),
    'reading.verify',
  ),
  page(
    'bill-runs',
    'bill-runs',
    () => import('../features/water/bill-runs').then((m) => m.BillRunsPage),
    'bill.issue',
  ),
  page(
    'bill-runs/new',
    'bill-runs',
    () => import('../features/water/bill-runs').then((m) => m.NewBillRunPage),
    'bill.issue',
  ),
  page(
    'bill-runs/:id',
    'bill-runs',
    () => import('../features/water/bill-runs').then((m) => m.BillRunPage),
    'bill.issue',
  ),
  page('bills', 'bills', () => import('../features/water/bills').then((m) => m.BillsPage), 'bill.read'),
  page('bills/:id', 'bills', () => import('../features/water/bills').then((m) => m.BillPage), 'bill.read'),
  page(
    'payments',
    'payments',
    () => import('../features/money/payments').then((m) => m.PaymentsPage),
    'payment.read',
  ),
  page(
    'payments/:id',
    'payments',
    () => import('../features/money/payments').then((m) => m.PaymentPage),
    'payment.read',
  ),
  page(
    'banks',
    'banks',
    () => import('../features/bank-gateway/banks').then((m) => m.BanksPage),
    'bank.read',
  ),
  frame(
    'banks/:id',
    'banks',
    () => import('../features/bank-gateway/banks').then((m) => m.BankFrame),
    'bank.read',
    [
      page('', 'banks', () => import('../features/bank-gateway/banks').then((m) => m.BankOverviewPage)),
      page('keys', 'banks', () => import('../features/bank-gateway/banks').then((m) => m.BankKeysPage)),
      page('settings', 'banks', () =>
        import('../features/bank-gateway/banks').then((m) => m.BankSettingsPage),
      ),
      page('connection', 'bank-connection', () =>
        import('../features/bank-gateway/bank-connection').then((m) => m.ConnectionPage),
      ),
      page('certification', 'certification', () =>
        import('../features/outward/certification').then((m) => m.CertificationPage),
      ),
    ],
  ),
  page(
    'sandbox-bank',
    'sandbox-bank',
    () => import('../features/outward/sandbox-bank').then((m) => m.SandboxBankPage),
    'bank.read',
  ),
  page(
    'developer',
    'developer',
    () => import('../features/outward/developer').then((m) => m.DeveloperPage),
    'bank.read',
  ),
  page(
    'developer/errors',
    'developer',
    () => import('../features/outward/developer').then((m) => m.ErrorCataloguePage),
    'bank.read',
  ),
  page(
    'bank-calls',
    'bank-calls',
    () => import('../features/bank-gateway/bank-calls').then((m) => m.BankCallsPage),
    'bank.log.read',
  ),
  page(
    'webhooks',
    'webhooks',
    () => import('../features/money/webhooks').then((m) => m.WebhooksPage),
    'bank.log.read',
  ),
  page(
    'outbound-calls',
    'outbound-calls',
    () => import('../features/bank-gateway/outbound-calls').then((m) => m.OutboundCallsPage),
    'bank.log.read',
  ),
  page(
    'signature-checker',
    'signature-checker',
    () => import('../features/outward/signature-checker').then((m) => m.SignatureCheckerPage),
    'bank.manage',
  ),
  page('cases', 'cases', () => import('../features/ground/cases').then((m) => m.CasesPage), 'case.read'),
  page(
    'approvals',
    'approvals',
    () => import('../features/ground/approvals').then((m) => m.ApprovalsPage),
    'approval.read',
  ),
  page(
    'tariffs',
    'tariffs',
    () => import('../features/water/tariffs').then((m) => m.TariffsPage),
    'tariff.read',
  ),
  page(
    'tariffs/:id',
    'tariffs',
    () => import('../features/water/tariffs').then((m) => m.TariffPage),
    'tariff.read',
  ),
  page(
    'tariffs/:id/propose',
    'tariffs',
    () => import('../features/water/tariffs').then((m) => m.ProposeVersionPage),
    'tariff.propose',
  ),
  page(
    'penalties',
    'penalties',
    () => import('../features/water/penalties').then((m) => m.PenaltyPoliciesPage),
    'penalty.read',
  ),
  page(
    'penalties/propose',
    'penalties',
    () => import('../features/water/penalties').then((m) => m.ProposePolicyPage),
    'penalty.manage',
  ),
  page(
    'regions',
    'regions',
    () => import('../features/ground/regions').then((m) => m.RegionsPage),
    'region.read',
  ),
  page('users', 'users', () => import('../features/ground/users').then((m) => m.UsersPage), 'user.manage'),
  page(
    'activity',
    'activity',
    () => import('../features/outward/activity').then((m) => m.ActivityPage),
    'audit.read',
  ),
  { path: '*', Component: NotFoundPage },
];

function Root() {
  return (
    <NuqsAdapter>
      <Outlet />
    </NuqsAdapter>
  );
}

export const router = createBrowserRouter(
  [
    {
      Component: Root,
      HydrateFallback: PageLoader,
      errorElement: <PageCrash />,
      children: [
        page('login', 'session', () => import('../features/ground/session').then((m) => m.LoginPage)),
        page('activate', 'session', () => import('../features/ground/session').then((m) => m.ActivatePage)),
        {
          path: '/',
          Component: SignedInFrame,
          children: [{ errorElement: <PageCrash />, children: staffPages }],
        },
      ],
    },
  ],
  { basename: '/admin' },
);
