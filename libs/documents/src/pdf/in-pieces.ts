import { setImmediate } from 'node:timers/promises';

/** How long one piece of long work may hold the thread that answers banks. */
const PIECE_MILLISECONDS = 1;

/**
 * What a millisecond makes of `parts`, which are worked out on the way, then a turn for whoever else waits, and so on. Pieces
 * keep the order and leave nothing out. Node only.
 */
export async function* inPieces<Part>(parts: Iterable<Part>): AsyncGenerator<Part[], void, undefined> {
  let piece: Part[] = [];
  let begun = performance.now();
  for (const part of parts) {
    piece.push(part);
    if (performance.now() - begun < PIECE_MILLISECONDS) continue;
    yield piece;
    piece = [];
    await setImmediate();
    begun = performance.now();
  }
  if (piece.length > 0) yield piece;
}

/** `items.map(of)` of thousands, in pieces. */
export async function mapInPieces<Item, Part>(
  items: readonly Item[],
  of: (item: Item) => Part,
): Promise<Part[]> {
  const all: Part[] = [];
  for await (const piece of inPieces(mapped(items, of))) all.push(...piece);
  return all;
}

function* mapped<Item, Part>(items: readonly Item[], of: (item: Item) => Part): Generator<Part> {
  for (const item of items) yield of(item);
}
