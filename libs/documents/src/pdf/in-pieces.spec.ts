import fc from 'fast-check';
import { inPieces, mapInPieces } from './in-pieces';

/** Each takes longer than a piece may. */
function* slowlyOne(): Generator<number> {
  for (const part of [1, 2, 3, 4]) {
    const begun = performance.now();
    while (performance.now() - begun < 1.1);
    yield part;
  }
}

test('pieces keep the order and leave nothing out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer(), { maxLength: 3_000 }), async (parts) => {
      const all: number[] = [];
      for await (const piece of inPieces(parts)) {
        expect(piece.length).toBeGreaterThan(0);
        all.push(...piece);
      }
      expect(all).toEqual(parts);
      expect(await mapInPieces(parts, String)).toEqual(parts.map(String));
    }),
  );
});

test('between two pieces others have their turn', async () => {
  let turns = 0;
  let going = true;
  const other = () => {
    turns += 1;
    if (going) setImmediate(other);
  };
  setImmediate(other);
  const seen: number[] = [];
  for await (const piece of inPieces(slowlyOne())) {
    seen.push(turns);
    expect(piece).toHaveLength(1);
  }
  going = false;
  for (const [index, before] of seen.slice(0, -1).entries()) expect(seen[index + 1]).toBeGreaterThan(before);
});
