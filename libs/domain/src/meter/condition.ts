/** What the reader found at the meter. Codes are Indonesian, because that is what stands on the reader's chips. */
export const CONDITION_CODES = [
  'NORMAL',
  'TERKUNCI',
  'RUSAK',
  'BURAM',
  'TERTIMBUN',
  'ANJING',
  'KOSONG',
  'TIDAK_DITEMUKAN',
  'GANTI_METER',
] as const;

export type ConditionCode = (typeof CONDITION_CODES)[number];

/** Labels, and whether the condition means that no stand could be read, so that usage is estimated. */
export const CONDITIONS: Readonly<
  Record<
    ConditionCode,
    { readonly label: { readonly id: string; readonly en: string }; readonly estimated: boolean }
  >
> = {
  NORMAL: { label: { id: 'Normal', en: 'Normal' }, estimated: false },
  TERKUNCI: { label: { id: 'Pagar terkunci', en: 'Gate locked' }, estimated: true },
  RUSAK: { label: { id: 'Meter rusak', en: 'Meter broken' }, estimated: true },
  BURAM: { label: { id: 'Kaca meter buram', en: 'Meter glass unreadable' }, estimated: true },
  TERTIMBUN: { label: { id: 'Meter tertimbun', en: 'Meter buried' }, estimated: true },
  ANJING: { label: { id: 'Ada anjing', en: 'Dog on the premises' }, estimated: true },
  KOSONG: { label: { id: 'Rumah kosong', en: 'House empty' }, estimated: true },
  TIDAK_DITEMUKAN: { label: { id: 'Meter tidak ditemukan', en: 'Meter not found' }, estimated: true },
  GANTI_METER: { label: { id: 'Ganti meter', en: 'Meter replaced' }, estimated: false },
};

export function isConditionCode(text: unknown): text is ConditionCode {
  return CONDITION_CODES.some((code) => code === text);
}
