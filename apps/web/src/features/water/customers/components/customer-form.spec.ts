import { changesOf, followLatest, toNewCustomer } from './customer-form';
import type { CustomerValues } from './customer-form';

const stored: CustomerValues = {
  name: 'Rina Kurnia',
  address: 'Jl. Mawar 4',
  phone: '0812***789',
  email: '',
  tariff_id: '3',
};

test('nothing typed, nothing sent', () => {
  expect(changesOf(stored, { ...stored })).toEqual({});
});

test('a masked phone number that nobody touched is not written back', () => {
  expect(changesOf(stored, { ...stored, name: 'Rina Kurniawati' })).toEqual({ name: 'Rina Kurniawati' });
});

test('an emptied field is sent as null, a new tariff as a number', () => {
  expect(changesOf(stored, { ...stored, phone: ' ', tariff_id: '7' })).toEqual({ phone: null, tariff_id: 7 });
});

test('optional fields left empty are left out of a registration', () => {
  const body = toNewCustomer({
    ...stored,
    phone: '',
    nik: '',
    region_id: '1',
    route_id: '12',
    meter: { serial: ' M-77 ', digits: 5, size_mm: '15', installed_stand: '0' },
  });
  expect(body).toEqual({
    name: 'Rina Kurnia',
    address: 'Jl. Mawar 4',
    region_id: 1,
    route_id: 12,
    tariff_id: 3,
    meter: { serial: 'M-77', digits: 5, size_mm: 15, installed_stand: 0 },
  });
});

test('a save after somebody else does not take their change back', () => {
  const latest = { ...stored, address: 'Jl. Melati 9' };
  const merged = followLatest(stored, { ...stored, name: 'Rina Kurniawati' }, latest);
  expect(changesOf(latest, merged)).toEqual({ name: 'Rina Kurniawati' });
});

test('where both changed the same field, what this person typed stays on screen for them to decide', () => {
  const merged = followLatest(stored, { ...stored, name: 'Rina K.' }, { ...stored, name: 'R. Kurnia' });
  expect(merged.name).toBe('Rina K.');
});
