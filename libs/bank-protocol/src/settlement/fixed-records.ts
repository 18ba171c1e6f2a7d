import type { SettlementColumn, SettlementMapping } from '@tirtapay/domain';
import type { TableRecord } from './csv-records';
import { bounded } from './refusal';

/** Lines with their text, in batches; an empty one is none. */
export async function* textLines(
  blocks: AsyncIterable<Buffer>,
): AsyncGenerator<readonly { readonly line: number; readonly text: string }[]> {
  let line = 0;
  for await (const block of blocks) {
    const lines = block.toString('utf8').split(/\r\n|\n|\r/);
    if (lines.at(-1) === '') lines.pop();
    yield lines.map((text, index) => ({ line: line + index + 1, text }));
    line += lines.length;
  }
}

/** Fixed width: the cells in the order of the mapping's columns. Head and trailer keep their one cell, the whole line. */
export async function* fixedRecords(
  blocks: AsyncIterable<Buffer>,
  mapping: SettlementMapping,
): AsyncGenerator<readonly TableRecord[]> {
  for await (const lines of textLines(blocks)) {
    yield lines
      .filter(({ text }) => text.trim() !== '')
      .map(({ line, text }) => ({ line, raw: bounded(text), cells: cellsOf(text, mapping) }));
  }
}

function cellsOf(text: string, mapping: SettlementMapping): string[] {
  const mark = text.slice(0, 1);
  if (mark === mapping.head_mark || mark === mapping.trailer_mark) return [text];
  if (mapping.detail_mark !== null && mark !== mapping.detail_mark) return [text];
  return mapping.columns.flatMap((column) => {
    const cell = cut(text, column);
    return cell === null ? [] : [cell];
  });
}

/** null: the line ends within the column. */
function cut(text: string, { position = 1, length = 1 }: SettlementColumn): string | null {
  const to = position - 1 + length;
  // Trailing blanks of a line are often lost on the way; a number is not.
  return text.length < position ? null : text.slice(position - 1, to);
}
