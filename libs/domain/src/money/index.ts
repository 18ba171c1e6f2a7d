export type { Rupiah } from './rupiah';
export {
  rupiah,
  ZERO_RUPIAH,
  MAX_TRANSACTION,
  addRupiah,
  sumRupiah,
  subtractRupiah,
  multiplyRupiah,
} from './rupiah';
export type { Rounding, RoundingMode } from './division';
export { divideRupiah, percentOf } from './division';
export { formatRupiah } from './format-rupiah';
