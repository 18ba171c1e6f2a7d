import type { SupplierMovementDto } from '@tirtapay/api-client';
import type { TFunction } from 'i18next';

/** What a movement was; of one that takes another back it is said so. */
export function kindText(
  t: TFunction<'ppob-suppliers'>,
  { kind, reverses_id: reverses }: Pick<SupplierMovementDto, 'kind' | 'reverses_id'>,
): string {
  const word = t(`movement.kinds.${kind}`);
  return reverses === null ? word : t('movement.back', { kind: word });
}
