export { terbilang, terbilangRupiah } from './terbilang';
