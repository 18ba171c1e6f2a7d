import type { ItemDetailDto, ItemDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';

/** A point in a key would be a step into it. */
type Underscored<Event extends string> = Event extends `${infer Thing}.${infer Done}`
  ? `${Thing}_${Done}`
  : never;
type Action = ItemDto['actions'][number];
type Statement = ItemDto['statement'];
type Call = NonNullable<ItemDetailDto['call']>;

/** What an action means elsewhere than at a bank. */
function actionKey(action: Action, statement: Statement | undefined) {
  if (statement === 'SUPPLIER' && action === 'ACCEPT_FEE') return 'SUPPLIER_ACCEPT_FEE';
  if (statement === 'PARTNER' && action === 'DISMISS') return 'PARTNER_DISMISS';
  return action;
}

/**
 * What people say to a type of difference and to what can be done about it.
 * @param statement whose statement it is; without it the words are of any
 */
export function useItemWords(statement?: Statement) {
  const { t } = useTranslation('reconciliation');
  const party = t(`party.${statement ?? 'ANY'}`);
  return {
    party,
    type: (type: ItemDto['type'], of = statement): string =>
      t(`type.${type}`, { party: t(`party.${of ?? 'ANY'}`) }),
    action: (action: Action, of = statement): string =>
      t(`action.${actionKey(action, of)}`, { party: t(`party.${of ?? 'ANY'}`) }),
    does: (action: Action): string => t(`does.${actionKey(action, statement)}`, { party }),
    call: (call: Call): string =>
      statement === 'SUPPLIER' || statement === 'PARTNER'
        ? t(`call.${statement}_${call}`)
        : t(`call.${call}`),
    movement: (event: NonNullable<ItemDto['movement_event']>): string => {
      const key = event.replace('.', '_') as Underscored<typeof event>;
      return t(`movement.${key}`);
    },
    basis: (basis: ItemDto['basis']): string => t(`basis.${basis}`),
  };
}
