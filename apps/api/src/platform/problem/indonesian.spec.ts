import { inIndonesian } from './indonesian';

describe('a refusal in Indonesian', () => {
  it.each([
    ['no meter is installed', 'Tidak ada meter yang terpasang.'],
    ['previous stand 1050', 'Stand sebelumnya 1050.'],
    ['the meter was installed on 2026-01-02', 'Meter ini dipasang pada 2026-01-02.'],
    ['010203000046: no tariff in 2026-01', '010203000046: tidak ada tarif pada 2026-01.'],
    ['Stand ini sudah benar', 'Stand ini sudah benar'],
  ])('%s', (english, indonesian) => {
    expect(inIndonesian(english)).toBe(indonesian);
  });
});
