import i18next from 'i18next';
import indonesian from '../i18n/id/common.json';
import { changedMeanwhile } from './changed-meanwhile';

beforeAll(() => i18next.init({ lng: 'id', defaultNS: 'common', resources: { id: { common: indonesian } } }));

test('names what somebody else changed, without the names of columns', () => {
  const problem = (changed: unknown, code = 'version.conflict') => ({ code, extensions: { changed } });
  expect(changedMeanwhile(problem(['address', 'phone', 'row_hash']))).toBe('Alamat, Telepon');
  expect(changedMeanwhile(problem(['row_hash']))).toBeUndefined();
  expect(changedMeanwhile(problem(undefined))).toBeUndefined();
  expect(changedMeanwhile(problem(['name'], 'customer.duplicate'))).toBeUndefined();
});
