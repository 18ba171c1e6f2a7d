import type { ItemDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';

/** A point in a key would be a step into it. */
type Underscored<Event extends string> = Event extends `${infer Thing}.${infer Done}`
  ? `${Thing}_${Done}`
  : never;
type Action = ItemDto['actions'][number];

/** What people say to a type of difference and to what can be done about it. */
export function useItemWords() {
  const { t } = useTranslation('reconciliation');
  return {
    type: (type: ItemDto['type']): string => t(`type.${type}`),
    action: (action: Action): string => t(`action.${action}`),
    movement: (event: NonNullable<ItemDto['movement_event']>): string => {
      const key = event.replace('.', '_') as Underscored<typeof event>;
      return t(`movement.${key}`);
    },
    basis: (basis: ItemDto['basis']): string => t(`basis.${basis}`),
  };
}
