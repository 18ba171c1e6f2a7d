import { isApiKeyId, isBankReference, isRequestId, isStoredReference, readNativeHeaders } from './index';

const good = {
  'x-api-key': 'demo-bank-sultra',
  'x-timestamp': '2026-01-15T09:30:00+08:00',
  'x-request-id': 'req-00000001',
  'x-signature': 'f8u/9awgEQ5iNX9+L84yHOFI3LQ7T/GIb/wqpvbbt+A=',
};

describe('native headers', () => {
  it('reads the four headers as sent', () => {
    expect(readNativeHeaders(good)).toEqual({
      keyId: 'demo-bank-sultra',
      timestamp: '2026-01-15T09:30:00+08:00',
      requestId: 'req-00000001',
      signature: good['x-signature'],
    });
  });

  it.each(Object.keys(good))('refuses a missing, empty or repeated %s', (name) => {
    const value = good[name as keyof typeof good];
    expect(readNativeHeaders({ ...good, [name]: undefined })).toBeNull();
    expect(readNativeHeaders({ ...good, [name]: [value, value] })).toBeNull();
  });

  it.each([
    ['x-api-key', 'a, b'],
    ['x-request-id', 'req-1'],
    ['x-request-id', 'req-00000001, req-00000001'],
    ['x-signature', ''],
    ['x-signature', 'a'.repeat(129)],
    ['x-timestamp', '1'.repeat(41)],
  ])('refuses %s: %s', (name, value) => {
    expect(readNativeHeaders({ ...good, [name]: value })).toBeNull();
  });

  it('knows the shapes of ids', () => {
    expect(isRequestId('a'.repeat(8))).toBe(true);
    expect(isRequestId('a'.repeat(64))).toBe(true);
    for (const bad of [
      'a'.repeat(7),
      'a'.repeat(65),
      'req 0000001',
      'req-0000é',
      'req-00000001\n',
      12345678,
      null,
    ]) {
      expect(isRequestId(bad)).toBe(false);
    }
    expect(isApiKeyId('demo-bank-sultra')).toBe(true);
    expect(isApiKeyId('x'.repeat(65))).toBe(false);
    expect(isBankReference('BPD/2026-0001_a.b')).toBe(true);
    for (const bad of ['', 'a'.repeat(65), 'a b', 'a\n', 'a\u200b']) expect(isBankReference(bad)).toBe(false);
  });

  it('keeps a reference of any printable ASCII up to 128 characters, without outer spaces', () => {
    for (const good of ['~', 'a'.repeat(128), 'a b', '2026:11:28|#+', 'BPD/2026-0001_a.b'])
      expect([good, isStoredReference(good)]).toEqual([good, true]);
    for (const bad of ['', ' ', ' a', 'a ', 'a'.repeat(129), 'a\n', 'a\tb', 'é', 'a\u200b', 7, null])
      expect([bad, isStoredReference(bad)]).toEqual([bad, false]);
  });
});
