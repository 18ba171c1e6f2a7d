import { outbound } from './modules/bank-gateway/outbound';
import { registry } from './modules/bank-gateway/registry';
import { security } from './modules/bank-gateway/security';
import { approvals } from './modules/ground/approvals';
import { cases } from './modules/ground/cases';
import { collectors } from './modules/ground/collectors';
import { identity } from './modules/ground/identity';
import { ledger } from './modules/ground/ledger';
import { payPoints } from './modules/ground/pay-points';
import { regions } from './modules/ground/regions';
import { settings } from './modules/ground/settings';
import { checkout } from './modules/money/checkout';
import { correction } from './modules/money/correction';
import { counter } from './modules/money/counter';
import { dispute } from './modules/money/dispute';
import { instalment } from './modules/money/instalment';
import { payment } from './modules/money/payment';
import { ppob } from './modules/money/ppob';
import { reconciliation } from './modules/money/reconciliation';
import { takeover } from './modules/money/takeover';
import { bankDoors } from './modules/outward/bank-doors';
import { bankLab } from './modules/outward/bank-lab';
import { developer } from './modules/outward/developer';
import { notifications } from './modules/outward/notifications';
import { publicSite } from './modules/outward/public-site';
import { reporting } from './modules/outward/reporting';
import { billing } from './modules/water/billing';
import { customers } from './modules/water/customers';
import { meterReading } from './modules/water/meter-reading';
import { penalty } from './modules/water/penalty';
import { tariffs } from './modules/water/tariffs';
import type { ModuleParts } from './platform/manifest';

/** The business modules of the application, one line each, lowest first. */
export const MODULES: readonly ModuleParts[] = [
  identity,
  approvals,
  settings,
  regions,
  tariffs,
  customers,
  ledger,
  collectors,
  cases,
  meterReading,
  billing,
  penalty,
  registry,
  security,
  outbound,
  payPoints,
  payment,
  dispute,
  correction,
  instalment,
  checkout,
  ppob,
  counter,
  reconciliation,
  takeover,
  bankDoors,
  bankLab,
  publicSite,
  notifications,
  reporting,
  developer,
];
