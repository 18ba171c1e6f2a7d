import { subjectPage } from './subject-page';

test('a request leads to what it is about, where that has a page', () => {
  expect(subjectPage('rekonsiliasi_detail/41')).toEqual({
    to: '/reconciliation/items/41',
    access: 'reconciliation.read',
  });
  expect(subjectPage('akun/2130')).toEqual({ to: '/stamp-duty', access: 'reconciliation.read' });
  expect(subjectPage('akun/1110')).toBeNull();
  expect(subjectPage('bank_integration/1')).toBeNull();
  expect(subjectPage('tagihan')).toBeNull();
});
