import { standsAsked, tariffAsked } from './right-stands';

const none = { stand: '', removed: '', installed: '' };

test('asks for what was typed of the thing that was wrong, and for nothing else', () => {
  expect(standsAsked('stand', { ...none, stand: 12, removed: 5 })).toEqual({ current_stand: 12 });
  expect(standsAsked('exchange', { ...none, stand: 12, removed: 1_050 })).toEqual({ removed_stand: 1_050 });
  expect(standsAsked('exchange', { ...none, removed: '1050', installed: 0 })).toEqual({
    removed_stand: 1_050,
    installed_stand: 0,
  });
  expect(tariffAsked('7')).toEqual({ tariff_id: 7 });
});

test('asks for nothing while nothing was typed', () => {
  expect(standsAsked('stand', none)).toBeNull();
  expect(standsAsked('exchange', { ...none, stand: 12 })).toBeNull();
  expect(standsAsked('exchange', { ...none, removed: '1.05', installed: 3 })).toBeNull();
  expect(tariffAsked(null)).toBeNull();
});
