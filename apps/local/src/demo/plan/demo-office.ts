/** What the office of the demonstration has asked for and agreed to: one of each, so that no room of it is empty. */
export const DEMO_CHARGES = [
  {
    code: 'SAMBUNGAN-BARU',
    name: 'Sambungan baru rumah tangga',
    price: 1_250_000,
    legal_basis: 'Perbup No. 13 Tahun 2017',
  },
  { code: 'GANTI-METER', name: 'Penggantian meter air rusak', price: 350_000 },
  { code: 'BUKA-SEGEL', name: 'Pembukaan segel', price: 75_000 },
] as const;

/** The words of those who ask; a second person reads them. */
export const DEMO_REASONS = {
  agreedPlan: 'Pelanggan datang ke loket, bersedia mencicil tiga kali.',
  waitingPlan: 'Penghasilan pelanggan musiman, diminta empat kali setelah panen.',
} as const;

/** Waits for the manager: a programme that is agreed to would change what everybody in the demonstration owes. */
export const DEMO_WAIVER = {
  name: 'Keringanan denda hari jadi kota',
  legal_basis: 'SK Direksi No. 27',
  mode: 'PERCENT',
  basis_points: 5_000,
  min_months_late: 2,
} as const;
