/** Where to cut a word that is longer than a line: behind its last separator in the second half, else at the edge. */
function cutOf(word: string, width: number): number {
  const separator = /[-/._][^-/._]*$/.exec(word.slice(0, width))?.index ?? -1;
  return separator + 1 > width / 2 ? separator + 1 : width;
}

/**
 * Lines of at most `width` characters, broken at spaces. A word longer than a line (a receipt number, a link) goes on
 * in the next one without a hyphen of ours: read together, the lines are the word. An empty text is one empty line.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length <= width) {
      line = `${line} ${word}`;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (line.length > width) {
      const cut = cutOf(line, width);
      lines.push(line.slice(0, cut));
      line = line.slice(cut);
    }
  }
  return [...lines, line];
}

export function centred(text: string, width: number): string[] {
  return wrap(text, width).map((line) => ' '.repeat(Math.floor((width - line.length) / 2)) + line);
}

/** `Nama          : Rina Kurnia`, continued under the value. */
export function labelled(label: string, value: string, labelWidth: number, width: number): string[] {
  const lines = wrap(value, width - labelWidth - 3);
  return lines.map((line, index) =>
    `${(index === 0 ? label : '').padEnd(labelWidth)} ${index === 0 ? ':' : ' '} ${line}`.trimEnd(),
  );
}

/** Label at the left edge, amount at the right one; on two lines when they do not fit on one. */
export function leftAndRight(left: string, right: string, width: number): string[] {
  if (left.length + 1 + right.length <= width) return [left + right.padStart(width - left.length)];
  return [...wrap(left, width), ...wrap(right, width).map((line) => line.padStart(width))];
}
