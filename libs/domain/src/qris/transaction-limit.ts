import { rupiah, type Rupiah } from '../money';

/** Bank Indonesia: the most one QRIS transaction may carry (payment-standards §2). */
export const QRIS_TRANSACTION_LIMIT: Rupiah = rupiah(10_000_000);
