import type { ItemDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';

type Action = ItemDto['actions'][number];

/** What people say to a type of difference and to what can be done about it. */
export function useItemWords() {
  const { t } = useTranslation('reconciliation');
  return {
    type: (type: ItemDto['type']): string => t(`type.${type}`),
    action: (action: Action): string => t(`action.${action}`),
    basis: (basis: ItemDto['basis']): string => t(`basis.${basis}`),
  };
}
