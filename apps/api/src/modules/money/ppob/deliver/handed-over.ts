import { groupsOfFour, PPOB_SERVICES, type PpobServiceCode } from '@tirtapay/domain';
import type { SupplierAnswer } from '../supplier/supplier-port';

const MAX_CODE_WITHOUT_GROUPS = 4;

interface Ordered {
  readonly service_code: PpobServiceCode;
}

/** A success that hands over nothing where something must be is no success yet. */
export function complete(sale: Ordered, said: SupplierAnswer): SupplierAnswer {
  if (
    said.word !== 'SUCCESS' ||
    PPOB_SERVICES[sale.service_code].delivers === null ||
    handedOver(sale, said) !== null
  )
    return said;
  return { ...said, word: 'UNKNOWN', message: 'Pemasok menyatakan berhasil, tetapi kodenya tidak ada.' };
}

/** `0123…/NAMA/R1/…` and `CODE / 2026-01-31` carry the code before the first slash. */
export function handedOver(sale: Ordered, { serial }: Pick<SupplierAnswer, 'serial'>): string | null {
  const { delivers } = PPOB_SERVICES[sale.service_code];
  const bare = (serial ?? '').split('/')[0]?.replace(/[\s-]/g, '') ?? '';
  if (delivers === null || bare.length <= MAX_CODE_WITHOUT_GROUPS) return null;
  if (delivers === 'TOKEN' && !/^(\d{16}|\d{20})$/.test(bare)) return null;
  return groupsOfFour(bare);
}
