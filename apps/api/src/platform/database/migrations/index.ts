import { Foundation0001 } from './0001-foundation';
import { Identity0002 } from './0002-identity';
import { Customers0003 } from './0003-customers';
import { Billing0004 } from './0004-billing';
import { Banks0005 } from './0005-banks';
import { Payments0006 } from './0006-payments';
import { Intents0007 } from './0007-intents';
import { ReceiptPrints0008 } from './0008-receipt-prints';
import { PenaltyPolicyVersions0009 } from './0009-penalty-policy-versions';
import { QrisFee0010 } from './0010-qris-fee';
import { MeterReplacements0011 } from './0011-meter-replacements';
import { MeterPhotos0012 } from './0012-meter-photos';
import { BankRefusals0013 } from './0013-bank-refusals';
import { Counters0014 } from './0014-counters';
import { Collectors0015 } from './0015-collectors';
import { BillKinds0016 } from './0016-bill-kinds';
import { MeterInstants0018 } from './0018-meter-instants';
import { WhatIsOwed0019 } from './0019-what-is-owed';
import { TwoPeople0020 } from './0020-two-people';
import { ListOrders0021 } from './0021-list-orders';
import { RedrawnPhotos0021 } from './0021-redrawn-photos';
import { SearchForms0021 } from './0021-search-forms';
import { StoredReferences0022 } from './0022-stored-references';
import { People0023 } from './0023-people';
import { PostingBatches0027 } from './0027-posting-batches';
import { SealedAreNotRead0028 } from './0028-sealed-are-not-read';

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
