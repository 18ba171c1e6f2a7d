import type { BlockProblemCode, MissingMeterCharge } from '@tirtapay/domain';
import { said, Sentence } from '../../../platform/problem';

const of = (id: string, en: string) => Sentence.of({ id, en });

const BLOCKS: Readonly<Record<BlockProblemCode, Sentence>> = {
  EMPTY: of('Sedikitnya satu blok.', 'At least one block.'),
  NOT_FROM_ZERO: of('Blok pertama mulai dari 0.', 'The first block begins at 0.'),
  GAP: of(
    'Ada m³ tanpa harga antara blok ini dan sebelumnya.',
    'Some m³ between this block and the one before have no price.',
  ),
  OVERLAP: of('Mulai sebelum blok sebelumnya berakhir.', 'Begins before the block before it ends.'),
  EMPTY_BLOCK: of('Berakhir di tempat mulainya.', 'Ends where it begins.'),
  OPEN_BEFORE_LAST: of('Hanya blok terakhir yang terbuka.', 'Only the last block is open.'),
  LAST_NOT_OPEN: of('Blok terakhir harus terbuka.', 'The last block is open.'),
  NOT_WHOLE: of('Hanya bilangan bulat.', 'Whole numbers only.'),
  RATE_NEGATIVE: of('Harga tidak boleh negatif.', 'No negative price.'),
};

export const TARIFF_SAYS = {
  blocks: BLOCKS,
  repeatedCharge: of('Satu biaya untuk setiap kode dan ukuran meter.', 'One charge per code and meter size.'),
  minimumOfNone: of('Tanpa pemakaian minimum nilainya 0.', 'No minimum has the value 0.'),
  minimumMissing: of('Nilai minimum lebih dari 0.', 'A minimum is more than 0.'),
  nothingToChargeSealed: of(
    'Tarif ini tidak punya biaya tetap yang dapat ditagih selama sambungan disegel.',
    'This tariff has no fixed charge to go on with while a connection is sealed.',
  ),
  billed: (last: string, first: string) =>
    of(
      `Rekening sampai ${said(last, 'id')} sudah terbit; paling awal ${said(first, 'id')}.`,
      `Bills up to ${said(last, 'en')} are issued; ${said(first, 'en')} at the earliest.`,
    ),
  inUse: (customers: number) =>
    of(
      `${String(customers)} pelanggan masih di golongan ini. Pindahkan mereka dahulu.`,
      `${String(customers)} customers are still in this category. Move them first.`,
    ),
  sizeWithoutPrice: (
    { chargeLabel, meterSizeMm }: Pick<MissingMeterCharge, 'chargeLabel' | 'meterSizeMm'>,
    connections: number,
  ) =>
    of(
      `Tidak ada harga ${chargeLabel} untuk meter ${String(meterSizeMm)} mm, padahal ${String(connections)} sambungan memakainya.`,
      `No price of ${chargeLabel} for a meter of ${String(meterSizeMm)} mm, which ${String(connections)} connections have.`,
    ),
  meterWithoutPrice: (
    { chargeLabel, meterSizeMm }: Pick<MissingMeterCharge, 'chargeLabel' | 'meterSizeMm'>,
    from: string,
  ) =>
    of(
      `Tarif golongan ini (berlaku ${said(from, 'id')}) tidak punya harga ${chargeLabel} untuk meter ${String(meterSizeMm)} mm.`,
      `The tariff of this category (from ${said(from, 'en')}) has no price of ${chargeLabel} for a meter of ${String(meterSizeMm)} mm.`,
    ),
  noCharge: ({ chargeLabel, meterSizeMm }: MissingMeterCharge) =>
    of(
      `Tarif ini tidak punya harga ${chargeLabel} untuk meter ${String(meterSizeMm)} mm.`,
      `Tariff has no price of ${chargeLabel} for a meter of ${String(meterSizeMm)} mm.`,
    ),
} as const;
