import { Foundation0001 } from './platform/schema/0001-foundation';
import { Identity0002 } from './modules/ground/identity/schema/0002-identity';
import { Customers0003 } from './modules/water/customers/schema/0003-customers';
import { Billing0004 } from './modules/water/billing/schema/0004-billing';
import { Banks0005 } from './modules/bank-gateway/registry/schema/0005-banks';
import { Payments0006 } from './modules/money/payment/schema/0006-payments';
import { Intents0007 } from './modules/money/checkout/schema/0007-intents';
import { ReceiptPrints0008 } from './modules/money/payment/schema/0008-receipt-prints';
import { PenaltyPolicyVersions0009 } from './modules/water/penalty/schema/0009-penalty-policy-versions';
import { QrisFee0010 } from './modules/bank-gateway/registry/schema/0010-qris-fee';
import { MeterReplacements0011 } from './modules/water/customers/schema/0011-meter-replacements';
import { MeterPhotos0012 } from './modules/water/meter-reading/schema/0012-meter-photos';
import { BankRefusals0013 } from './modules/bank-gateway/security/schema/0013-bank-refusals';
import { Counters0014 } from './modules/ground/pay-points/schema/0014-counters';
import { Collectors0015 } from './modules/money/payment/schema/0015-collectors';
import { BillKinds0016 } from './modules/water/billing/schema/0016-bill-kinds';
import { MeterInstants0018 } from './modules/water/meter-reading/schema/0018-meter-instants';
import { WhatIsOwed0019 } from './modules/water/penalty/schema/0019-what-is-owed';
import { TwoPeople0020 } from './modules/ground/identity/schema/0020-two-people';
import { ListOrders0021 } from './modules/money/payment/schema/0021-list-orders';
import { RedrawnPhotos0021 } from './modules/water/meter-reading/schema/0021-redrawn-photos';
import { SearchForms0021 } from './modules/money/payment/schema/0021-search-forms';
import { StoredReferences0022 } from './modules/money/payment/schema/0022-stored-references';
import { People0023 } from './modules/ground/identity/schema/0023-people';
import { PostingBatches0027 } from './modules/money/payment/schema/0027-posting-batches';
import { SealedAreNotRead0028 } from './modules/water/tariffs/schema/0028-sealed-are-not-read';

/** In the order they are applied. */
export const MIGRATIONS = [
  Foundation0001,
  Identity0002,
  Customers0003,
  Billing0004,
  Banks0005,
  Payments0006,
  Intents0007,
  ReceiptPrints0008,
  PenaltyPolicyVersions0009,
  QrisFee0010,
  MeterReplacements0011,
  MeterPhotos0012,
  BankRefusals0013,
  Counters0014,
  Collectors0015,
  BillKinds0016,
  MeterInstants0018,
  WhatIsOwed0019,
  TwoPeople0020,
  ListOrders0021,
  RedrawnPhotos0021,
  SearchForms0021,
  StoredReferences0022,
  People0023,
  PostingBatches0027,
  SealedAreNotRead0028,
];
