import fc from 'fast-check';
import { formatRfc3339, parseRfc3339, parseSnapTimestamp, withinWindow } from './timestamp';

describe('RFC 3339', () => {
  it.each([
    ['2026-01-15T09:30:00+08:00', Date.UTC(2026, 0, 15, 1, 30)],
    ['2026-01-15T01:30:00Z', Date.UTC(2026, 0, 15, 1, 30)],
    ['2026-01-14T20:00:00-05:30', Date.UTC(2026, 0, 15, 1, 30)],
    ['2026-01-15T09:30:00.5+08:00', Date.UTC(2026, 0, 15, 1, 30, 0, 500)],
    ['2026-01-15T09:30:00.123456789+08:00', Date.UTC(2026, 0, 15, 1, 30, 0, 123)],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
    ['0001-01-01T00:00:00Z', -62_135_596_800_000],
  ])('%s', (text, epochMs) => {
    expect(parseRfc3339(text)).toBe(epochMs);
  });

  it.each([
    '2026-01-15T09:30:00',
    '2026-01-15 09:30:00+08:00',
    '2026-01-15t09:30:00z',
    '2026-01-15T09:30+08:00',
    '2026-01-15T09:30:00+0800',
    '2026-01-15T09:30:00+08',
    '2026-01-15T24:00:00+08:00',
    '2026-01-15T09:60:00+08:00',
    '2026-01-15T23:59:60+08:00',
    '2026-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '2026-01-15T09:30:00+24:00',
    '2026-01-15T09:30:00+08:60',
    '2026-01-15T09:30:00.+08:00',
    '2026-01-15T09:30:00+08:00\n',
    ' 2026-01-15T09:30:00+08:00',
    '1768440600',
    '20260115T093000Z',
    '',
  ])('refuses %j', (text) => {
    expect(parseRfc3339(text)).toBeNull();
  });

  it('reads back what it writes, to the second', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_102_444_800 }),
        fc.integer({ min: -720, max: 840 }),
        (seconds, offset) => {
          expect(parseRfc3339(formatRfc3339(seconds * 1000, offset))).toBe(seconds * 1000);
        },
      ),
    );
    expect(formatRfc3339(Date.UTC(2026, 0, 15, 1, 30))).toBe('2026-01-15T09:30:00+08:00');
  });
});

describe('SNAP timestamps', () => {
  it.each(['2026-01-15T09:30:00+07:00', '2024-03-05T10:37:16.196Z'])('accepts %s', (text) => {
    expect(parseSnapTimestamp(text)).toBe(Date.parse(text));
  });

  it.each([
    '2024-03-05T10:37:16.19Z',
    '2024-03-05T10:37:16.1960Z',
    '2024-03-05T10:37:16.196',
    '20240305T103716Z',
  ])('refuses %s', (text) => {
    expect(parseSnapTimestamp(text)).toBeNull();
  });
});

describe('window', () => {
  it('is 300 s both ways, inclusive', () => {
    const now = Date.UTC(2026, 0, 15);
    expect(withinWindow(now - 300_000, now)).toBe(true);
    expect(withinWindow(now + 300_000, now)).toBe(true);
    expect(withinWindow(now - 300_001, now)).toBe(false);
    expect(withinWindow(now + 300_001, now)).toBe(false);
    expect(withinWindow(now - 900_000, now, 900_000)).toBe(true);
  });
});
