import { navigationOf } from '../components/layouts/navigation';
import { bankCalls } from '../features/bank-gateway/bank-calls/feature';
import { bankConnection } from '../features/bank-gateway/bank-connection/feature';
import { banks } from '../features/bank-gateway/banks/feature';
import { outboundCalls } from '../features/bank-gateway/outbound-calls/feature';
import { approvals } from '../features/ground/approvals/feature';
import { cases } from '../features/ground/cases/feature';
import { payPoints } from '../features/ground/pay-points/feature';
import { regions } from '../features/ground/regions/feature';
import { session } from '../features/ground/session/feature';
import { settings } from '../features/ground/settings/feature';
import { users } from '../features/ground/users/feature';
import { checkouts } from '../features/money/checkouts/feature';
import { counter } from '../features/money/counter/feature';
import { partners } from '../features/money/partners/feature';
import { payments } from '../features/money/payments/feature';
import { ppobCheck } from '../features/money/ppob-check/feature';
import { ppobPrices } from '../features/money/ppob-prices/feature';
import { ppobSales } from '../features/money/ppob-sales/feature';
import { ppobSuppliers } from '../features/money/ppob-suppliers/feature';
import { reconciliation } from '../features/money/reconciliation/feature';
import { stampDuty } from '../features/money/stamp-duty/feature';
import { takeover } from '../features/money/takeover/feature';
import { webhooks } from '../features/money/webhooks/feature';
import { activity } from '../features/outward/activity/feature';
import { certification } from '../features/outward/certification/feature';
import { dashboard } from '../features/outward/dashboard/feature';
import { developer } from '../features/outward/developer/feature';
import { notices } from '../features/outward/notices/feature';
import { reports } from '../features/outward/reports/feature';
import { sandboxBank } from '../features/outward/sandbox-bank/feature';
import { signatureChecker } from '../features/outward/signature-checker/feature';
import { billRuns } from '../features/water/bill-runs/feature';
import { bills } from '../features/water/bills/feature';
import { charges } from '../features/water/charges/feature';
import { instalments } from '../features/water/instalments/feature';
import { customers } from '../features/water/customers/feature';
import { penalties } from '../features/water/penalties/feature';
import { readings } from '../features/water/readings/feature';
import { tariffs } from '../features/water/tariffs/feature';
import { verification } from '../features/water/verification/feature';
import { waivers } from '../features/water/waivers/feature';

/** Every feature of the staff's workplace, in the order of the menu. A new one is its folder and its name here. */
export const FEATURES = [
  dashboard,
  customers,
  readings,
  counter,
  verification,
  billRuns,
  approvals,
  cases,
  bills,
  waivers,
  instalments,
  payments,
  checkouts,
  reconciliation,
  stampDuty,
  reports,
  ppobCheck,
  ppobSales,
  ppobPrices,
  partners,
  ppobSuppliers,
  banks,
  bankConnection,
  certification,
  bankCalls,
  webhooks,
  outboundCalls,
  signatureChecker,
  sandboxBank,
  developer,
  penalties,
  tariffs,
  charges,
  payPoints,
  regions,
  takeover,
  settings,
  users,
  activity,
  session,
  notices,
] as const;

export const NAVIGATION = navigationOf(FEATURES);
