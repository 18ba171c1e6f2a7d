import type { Content } from 'pdfmake/interfaces';
import { printed } from '../pdf/printed-text';
import { qrCode } from '../pdf/qr-code';
import type { PlainPdf } from '../pdf/render-aside';
import { visible } from '../printable';

/** What is stuck beside a meter: its code is the customer number and nothing else. */
interface MeterLabel {
  readonly customerNumber: string;
  readonly name: string;
  readonly address: string;
  readonly meterSerial: string | null;
}

interface MeterLabelsModel {
  readonly utility: string;
  readonly route: string;
  readonly labels: readonly MeterLabel[];
}

/** The usual sheet of stickers: 3 × 8 labels of 70 × 37 mm on A4, which leave no margin. Points. */
const ACROSS = 3;
const DOWN = 8;
const WIDTH = 595.28 / ACROSS;
const HEIGHT = 841.89 / DOWN;
/** White around the code: four of its modules. */
const QUIET = 14;
const CODE = 64;
/** As a multiple of the size of the letters. */
const COLUMN = 14;

/** Sheets of labels, row by row in the order given. */
export function meterLabels(model: MeterLabelsModel): PlainPdf {
  return {
    pageSize: 'A4',
    pageMargins: [0, 0, 0, 0],
    info: { title: visible(`Label meter ${model.route}`), author: visible(model.utility) },
    defaultStyle: { font: 'Helvetica', fontSize: 7, color: '#000000' },
    footerLine: null,
    content: [{ parts: drawnOneByOne(model) }],
  };
}

function* drawnOneByOne({ utility, labels }: MeterLabelsModel): Generator<Content> {
  for (const [index, label] of labels.entries()) {
    const place = index % (ACROSS * DOWN);
    if (place === 0) yield { text: ' ', fontSize: 1, ...(index > 0 && { pageBreak: 'before' as const }) };
    yield* drawn(utility, label, {
      x: (place % ACROSS) * WIDTH,
      y: Math.floor(place / ACROSS) * HEIGHT,
    });
  }
}

function drawn(utility: string, label: MeterLabel, { x, y }: { x: number; y: number }): Content[] {
  return [
    { stack: [qrCode(label.customerNumber, CODE)], absolutePosition: { x: x + QUIET, y: y + 20 } },
    {
      absolutePosition: { x: x + QUIET + CODE + 12, y: y + 20 },
      columns: [
        {
          width: WIDTH - QUIET - CODE - 18,
          stack: [
            { text: printed(cut(utility, 30), COLUMN), color: '#444444' },
            { text: grouped(label.customerNumber), bold: true, fontSize: 10, margin: [0, 3, 0, 2] },
            { text: printed(cut(label.name, 34), COLUMN), bold: true },
            { text: printed(cut(label.address, 52), COLUMN) },
            ...(label.meterSerial === null
              ? []
              : [{ text: printed(`Meter ${cut(label.meterSerial, 22)}`, COLUMN), color: '#444444' }]),
          ],
        },
      ],
    },
  ];
}

const grouped = (number: string) => number.replaceAll(/(\d{4})(?=\d)/g, '$1 ');

/** A label has no second page. */
const cut = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
