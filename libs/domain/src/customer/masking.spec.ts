import fc from 'fast-check';
import { maskAddress, maskEmail, maskName, maskPhone } from './index';

describe('masking', () => {
  test.each([
    ['Rina Kurnia', 'R*** K*****'],
    ['RINA', 'R***'],
    ['  Andi   Mappanyukki ', 'A*** M**********'],
    ['H. Éko', 'H* É**'],
    ['', ''],
  ])('name %j → %j', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  test.each([
    ['Jl. Ahmad Yani No. 12 RT 003/RW 005, Bende', 'Jl. Ahmad ***'],
    ['Jalan Malaka 7', 'Jalan Malaka ***'],
    ['Lorong No. 4', 'Lorong ***'],
    ['Komp. BTN Blok C/4', 'Komp. BTN ***'],
    ['17 Agustus', '***'],
    ['', '***'],
  ])('address %j → %j', (address, masked) => {
    expect(maskAddress(address)).toBe(masked);
  });

  test.each([
    ['081234567890', '0812*****890'],
    ['+62 812-3456-7890', '+628*******890'],
    ['0401 312', '*******'],
    ['', ''],
  ])('phone %j → %j', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });

  test('e-mail', () => {
    expect(maskEmail('rina.kurnia@example.id')).toBe('r***@example.id');
    expect(maskEmail('no address')).toBe('***');
    expect(maskEmail('@example.id')).toBe('***');
  });

  test('a masked name keeps one character per word and nothing else', () => {
    const word = fc.string({
      minLength: 1,
      unit: fc.constantFrom('a', 'i', 'z', 'A', 'R', '.', 'é'),
    });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        const masked = maskName(words.join(' ')).split(' ');
        expect(masked.map((w) => w[0])).toEqual(words.map((w) => w[0]));
        expect(masked.map((w) => w.slice(1))).toEqual(words.map((w) => '*'.repeat(w.length - 1)));
      }),
    );
  });

  test('no digit of an address is ever shown', () => {
    fc.assert(
      fc.property(fc.string(), (address) => {
        expect(maskAddress(address)).not.toMatch(/\p{N}/u);
      }),
    );
  });
});
