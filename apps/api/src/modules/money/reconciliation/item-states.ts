import { RECONCILIATION_ITEM_TRANSITIONS, statesOf } from '@tirtapay/domain';

export const ITEM_STATES = statesOf(RECONCILIATION_ITEM_TRANSITIONS);
