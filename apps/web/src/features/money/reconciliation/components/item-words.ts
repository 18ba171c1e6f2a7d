import type { ItemDetailDto, ItemDto } from '@tirtapay/api-client';
import { actionName } from '@tirtapay/domain';
import { useTranslation } from 'react-i18next';

/** A point in a key would be a step into it. */
type Underscored<Event extends string> = Event extends `${infer Thing}.${infer Done}`
  ? `${Thing}_${Done}`
  : never;
type Action = ItemDto['actions'][number];
type Statement = ItemDto['statement'];
type Call = NonNullable<ItemDetailDto['call']>;

/** Its words; of no statement, those of any. */
function actionKey(action: Action, statement: Statement | undefined) {
  return statement === undefined ? action : actionName(action, statement);
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
