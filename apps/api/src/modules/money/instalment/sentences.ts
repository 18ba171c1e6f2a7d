import {
  FEWEST_INSTALMENTS,
  FIRST_DUE_WITHIN,
  formatRupiah,
  LEAST_INSTALMENT,
  MOST_INSTALMENTS,
  rupiah,
  type PlanRefusal,
} from '@tirtapay/domain';
import { Sentence } from '../../../platform/problem';

const of = (id: string, en: string) => Sentence.of({ id, en });
const LEAST = formatRupiah(rupiah(LEAST_INSTALMENT));

export const INSTALMENT_SAYS = {
  notOpen: of(
    'Ada tagihan yang sudah dibayar, diganti, atau bukan milik pelanggan ini.',
    'A bill is paid, replaced, or of another customer.',
  ),
  doubted: (number: string) =>
    of(
      `Rekening ${number} sedang diperiksa karena keberatan.`,
      `Bill ${number} is in doubt and is being looked into.`,
    ),
  inPlan: (number: string) =>
    of(
      `Rekening ${number} sudah angsuran dari rencana yang berjalan.`,
      `Bill ${number} is an instalment of a plan that goes on.`,
    ),
} as const;

/** Where a refusal of the law points, and what it says. */
export const REFUSALS: Readonly<
  Record<PlanRefusal, { readonly pointer: string; readonly message: Sentence }>
> = {
  NOTHING_OWED: {
    pointer: '/bill_ids',
    message: of('Tidak ada yang ditunggak.', 'Nothing is owed.'),
  },
  COUNT: {
    pointer: '/count',
    message: of(
      `Angsuran ${String(FEWEST_INSTALMENTS)} sampai ${String(MOST_INSTALMENTS)} kali.`,
      `${String(FEWEST_INSTALMENTS)} to ${String(MOST_INSTALMENTS)} instalments.`,
    ),
  },
  FIRST_DUE: {
    pointer: '/first_due',
    message: of(
      `Angsuran pertama jatuh tempo paling cepat hari ini dan paling lambat ${String(FIRST_DUE_WITHIN)} hari lagi.`,
      `The first instalment is due today at the earliest and in ${String(FIRST_DUE_WITHIN)} days at the latest.`,
    ),
  },
  DOWN_PAYMENT: {
    pointer: '/down_payment',
    message: of(
      `Uang muka paling sedikit ${LEAST} dan kurang dari seluruh tunggakan.`,
      `A down payment is ${LEAST} at least and less than all that is owed.`,
    ),
  },
  TOO_SMALL: {
    pointer: '/count',
    message: of(`Satu angsuran paling sedikit ${LEAST}.`, `An instalment is ${LEAST} at least.`),
  },
};
