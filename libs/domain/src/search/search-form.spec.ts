import fc from 'fast-check';
import { groupedDigits, keyForm, phoneForm, searchForm } from './search-form';

describe('one form for what is stored and what is asked', () => {
  it.each([
    ['José', 'jose'],
    ['Jose\u0301', 'jose'],
    ['Nur’aini', 'nuraini'],
    ["NUR'AINI", 'nuraini'],
    ['  La   Ode\u00a0Hasan ', 'la ode hasan'],
    ['Đặng Łukasz Øre', 'dang lukasz ore'],
    ['Jl. Melati No. 10/A', 'jl. melati no. 10/a'],
    ['’', ''],
  ])('%s is looked for as "%s"', (written, form) => {
    expect(searchForm(written)).toBe(form);
  });

  it.each([
    ['PDAM 123456', 'pdam123456'],
    ['mtr-0101 0100', 'mtr-01010100'],
    ['BPD/2026-0001', 'bpd/2026-0001'],
  ])('the key %s is %s', (written, form) => {
    expect(keyForm(written)).toBe(form);
  });

  it.each([
    ['+62 812-3456-7890', '081234567890'],
    ['6281234567890', '081234567890'],
    ['0062 812 3456 7890', '081234567890'],
    ['(0401) 312345', '0401312345'],
  ])('the phone %s is %s', (written, form) => {
    expect(phoneForm(written)).toBe(form);
  });

  it.each([
    ['0101 0100 0015', '010101000015'],
    ['0101-0100-0015', '010101000015'],
    ['+62 812', '62812'],
    ['12 Jl. Melati', ''],
    ['', ''],
  ])('the digits of %s are "%s"', (written, digits) => {
    expect(groupedDigits(written)).toBe(digits);
  });

  it('is its own form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(searchForm(searchForm(text))).toBe(searchForm(text));
        expect(keyForm(keyForm(text))).toBe(keyForm(text));
        expect(phoneForm(phoneForm(`0${text}`))).toBe(phoneForm(`0${text}`));
      }),
    );
  });
});
