import i18next from 'i18next';
import english from '../i18n/en/common.json';
import indonesian from '../i18n/id/common.json';
import { fieldText, namedFieldText } from './field-words';

beforeAll(() =>
  i18next.init({
    lng: 'id',
    defaultNS: 'common',
    resources: { id: { common: indonesian }, en: { common: english } },
  }),
);
afterEach(() => i18next.changeLanguage('id'));

const objection = (pointer: string, code: string) => ({
  pointer,
  code,
  message: 'Kalimat dari server.',
});

test.each([
  ['/nik', 'matches', 'NIK terdiri atas 16 angka'],
  ['/nik', 'duplicate', 'NIK ini sudah terdaftar pada pelanggan lain'],
  ['/meter/serial', 'taken', 'Meter ini terpasang pada pelanggan lain'],
  ['/replaced_on', 'isCalendarDay', 'Tanggal ini tidak ada di kalender'],
  ['/note', 'minLength', 'Terlalu pendek'],
  ['/note', 'never_seen_before', 'Kalimat dari server.'],
])('%s %s is said in Indonesian', (pointer, code, words) => {
  expect(fieldText(objection(pointer, code))).toBe(words);
});

test('where the field is out of sight its name comes first, unknown ones by their path', () => {
  expect(namedFieldText(objection('/nik', 'matches'))).toBe('NIK: NIK terdiri atas 16 angka');
  expect(namedFieldText(objection('/blocks/2/rate', 'isInt'))).toBe('blocks/2/rate: Harus angka bulat');
  expect(namedFieldText(objection('?from', 'not_a_date'))).toBe('from: Tanggal ini tidak ada di kalender');
  expect(namedFieldText(objection('', 'required'))).toBe('Wajib diisi');
});

test('the reader of English reads English', async () => {
  await i18next.changeLanguage('en');
  expect(fieldText(objection('/nik', 'matches'))).toBe('A NIK has 16 digits');
});
