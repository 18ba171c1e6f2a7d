import { CODE_NAMES } from '../states';
import type { Language } from '../time';
import type { ItemType } from './reconciled-item';
import type { ReconciliationAction } from './reconciliation-action';
import type { StatementKind } from './statement';

type ActionName = keyof typeof CODE_NAMES.reconciliationAction;

/** What an action means elsewhere than at a bank. */
const ELSEWHERE: Readonly<
  Partial<Record<StatementKind, Readonly<Partial<Record<ReconciliationAction, ActionName>>>>>
> = {
  SUPPLIER: { ACCEPT_FEE: 'SUPPLIER_ACCEPT_FEE' },
  PARTNER: { DISMISS: 'PARTNER_DISMISS' },
};

/** Under which name an action stands in `CODE_NAMES`, and in the words of the screen. */
export function actionName(action: ReconciliationAction, kind: StatementKind): ActionName {
  return ELSEWHERE[kind]?.[action] ?? action;
}

/** What people call an action about a difference, in files and on paper. */
export function actionWord(action: ReconciliationAction, kind: StatementKind, language: Language): string {
  return ofParty(CODE_NAMES.reconciliationAction[actionName(action, kind)][language], kind, language);
}

/** What people call a type of difference, in files and on paper. */
export function itemTypeWord(type: ItemType, kind: StatementKind, language: Language): string {
  return ofParty(CODE_NAMES.reconciliationItemType[type][language], kind, language);
}

/** Words that name whose statement it is. */
function ofParty(words: string, kind: StatementKind, language: Language): string {
  return words.replace('{{party}}', CODE_NAMES.reconciliationParty[kind][language]);
}
