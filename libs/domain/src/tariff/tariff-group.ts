/** Customer groups of Permendagri 21/2020. */
export const TARIFF_GROUPS = ['I', 'II', 'III', 'KHUSUS'] as const;

export type TariffGroup = (typeof TARIFF_GROUPS)[number];
