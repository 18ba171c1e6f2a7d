import { CallMemory } from './call-memory';

describe('the last calls to a supplier', () => {
  test('are kept newest first, with what went wrong, and no more than twenty', async () => {
    const memory = new CallMemory();
    let now = 0;
    const clock = () => (now += 5);
    for (let index = 0; index < 21; index += 1)
      await memory.remember(1, clock, () => Promise.resolve({ status: 200 + index }));
    await expect(
      memory.remember(1, clock, () => Promise.reject(new Error('connection reset'))),
    ).rejects.toThrow('connection reset');
    const calls = memory.of(1);
    expect(calls).toHaveLength(20);
    expect(calls[0]).toEqual({ at: 215, milliseconds: 5, status: null, error: 'connection reset' });
    expect(calls[1]?.status).toBe(220);
    expect(memory.of(2)).toEqual([]);
  });
});
