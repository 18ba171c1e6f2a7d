import type { CanvasRect, ContentCanvas } from 'pdfmake/interfaces';
import qrEncoder from 'pdfmake/js/qrEnc';

/** Dark modules of a QR symbol, row by row. */
function modulesOf(text: string): boolean[][] {
  // Level M survives a folded or smudged slip.
  const [ground, ...squares] = qrEncoder.measure({ qr: text, eccLevel: 'M' })._canvas ?? [];
  const module = squares[0]?.w;
  if (ground === undefined || module === undefined) throw new Error('the QR encoder drew nothing');
  const count = ground.w / module;
  const rows = Array.from({ length: count }, () => new Array<boolean>(count).fill(false));
  for (const square of squares) {
    const row = rows[square.y / module];
    if (row) row[square.x / module] = true;
  }
  return rows;
}

function widthOfRun(row: readonly boolean[], from: number): number {
  let end = from;
  while (row[end] === true) end += 1;
  return end - from;
}

/**
 * A QR code of `size` points with `text` in it. pdfmake's own node draws each module as a square of its own: three
 * times the drawing operators, half the time of a whole receipt, and hair lines between the squares in some viewers.
 * Here neighbouring modules are one rectangle. The caller leaves four modules of white around it.
 */
export function qrCode(text: string, size: number): ContentCanvas {
  const rows = modulesOf(text);
  const unit = size / rows.length;
  const canvas: CanvasRect[] = [];
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      const width = widthOfRun(row, x);
      if (width === 0) continue;
      let height = 1;
      // The rows below that go on with exactly these modules belong to the same rectangle and are used up by it.
      for (let below = rows[y + height]; below; below = rows[y + height]) {
        if (below[x - 1] === true || widthOfRun(below, x) !== width) break;
        below.fill(false, x, x + width);
        height += 1;
      }
      canvas.push({
        type: 'rect',
        x: x * unit,
        y: y * unit,
        w: width * unit,
        h: height * unit,
        lineWidth: 0,
        color: 'black',
      });
      x += width;
    }
  });
  return { canvas };
}
