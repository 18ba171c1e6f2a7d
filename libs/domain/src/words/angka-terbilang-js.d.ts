/** The package ships no types; used only to check our own words against an independent implementation. */
declare module '@develoka/angka-terbilang-js' {
  export default function angkaTerbilang(number: number | string): string;
}
