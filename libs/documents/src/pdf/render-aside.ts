import { Worker } from 'node:worker_threads';
import type { Content } from 'pdfmake/interfaces';
import { FALLBACK, FALLBACK_CUTS } from './fallback-font';
import type { PdfDefinition } from './render-pdf';
import { HELVETICA } from './standard-fonts';

/**
 * A document without functions, so that it can be handed to another thread. `footerLine` stands below every page, with the
 * number of the page beside it (null: nothing does); tables may take the layouts `report` and `total`.
 */
export type PlainPdf = Omit<
  PdfDefinition,
  'footer' | 'header' | 'background' | 'tableLayouts' | 'pageBreakBefore' | 'content'
> & {
  readonly footerLine: string | null;
  readonly content: readonly (Content | PlainTable)[];
};

/**
 * A long table. Cells of nothing but text are strings, which stand as `sides` says of their columns: thousands of objects would
 * cost the thread that hands them over more than it wants to give.
 */
export interface PlainTable {
  readonly sides: readonly ('left' | 'right')[];
  readonly table: {
    readonly headerRows: number;
    readonly keepWithHeaderRows: number;
    readonly dontBreakRows: boolean;
    readonly widths: readonly number[];
    readonly body: readonly (readonly (string | object)[])[];
  };
  readonly layout: 'report';
}

const MEGABYTES = 768;
/** What nobody asks for after this gives its memory back. */
const IDLE_MILLISECONDS = 60_000;
/** Beside what people and banks wait for, paper comes second: the thread steps back where the system knows how. */
const NICENESS = 10;

/**
 * The same rules as `renderPdf`: fonts of ours, and no address or file a document may name. Letters of Helvetica stand without
 * kerning, whose pairs were a tenth of the time of a page of figures.
 */
const RENDERER = `
const { parentPort, workerData } = require('node:worker_threads');
const { readlinkSync } = require('node:fs');
const os = require('node:os');
try { os.setPriority(Number(readlinkSync('/proc/thread-self').split('/').pop()), workerData.niceness); } catch {}
const loaded = require(workerData.library);
const pdfMake = loaded.default ?? loaded;
const drawn = require(workerData.drawing);
const scratch = new (drawn.default ?? drawn)({}, {}, {}, {}, { autoFirstPage: false, font: null });
scratch.font('Helvetica');
Object.getPrototypeOf(scratch._font.font).getKernPair = () => 0;
const rule = (color, width) => ({
  hLineColor: () => color, vLineWidth: () => 0, hLineWidth: width,
  paddingLeft: () => 3, paddingRight: () => 3, paddingTop: () => 1.6, paddingBottom: () => 1.6,
});
pdfMake.setFonts(workerData.fonts);
pdfMake.setUrlAccessPolicy(() => false);
pdfMake.setLocalAccessPolicy((path) => workerData.files.includes(path));
pdfMake.addTableLayouts({
  report: rule('#c9d3dc', (line) => (line === 0 ? 0 : 0.4)),
  total: rule('#17324d', (line) => (line === 0 ? 0 : 1)),
});
const whole = (node) => {
  if (!node.sides) return node;
  const { sides, table, ...rest } = node;
  const cell = (text, at) => (typeof text === 'string' ? { text, alignment: sides[at] } : text);
  return { ...rest, table: { ...table, body: table.body.map((row) => row.map(cell)) } };
};
parentPort.on('message', ({ footerLine, content, ...definition }) => {
  const footer = (page, pages) => ({
    margin: [28, 12, 28, 0], color: '#5b6b7b', fontSize: 7.5,
    columns: [
      { width: '*', text: footerLine },
      { width: 'auto', text: 'Halaman ' + page + ' dari ' + pages },
    ],
  });
  Promise.resolve()
    .then(() => pdfMake.createPdf({ ...definition, content: content.map(whole), ...(footerLine !== null && { footer }) }).getBuffer())
    .then((bytes) => parentPort.postMessage({ bytes }), (error) => parentPort.postMessage({ error: String(error) }));
});
`;

type Answer = { readonly bytes: Uint8Array } | { readonly error: string };

let renderer: Worker | null = null;
let idle: NodeJS.Timeout | undefined;
/** One sheet after the other: two at once would take both processors from whoever pays. */
let turn: Promise<unknown> = Promise.resolve();

function open(): Worker {
  const worker = new Worker(RENDERER, {
    eval: true,
    workerData: {
      library: require.resolve('pdfmake'),
      drawing: require.resolve('pdfmake/js/PDFDocument'),
      fonts: { Helvetica: HELVETICA, [FALLBACK]: FALLBACK_CUTS },
      files: [...Object.values(HELVETICA), ...Object.values(FALLBACK_CUTS)],
      niceness: NICENESS,
    },
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
  });
  worker.once('exit', () => {
    if (renderer === worker) renderer = null;
  });
  // A process that ends does not wait for it.
  worker.unref();
  return worker;
}

function close(): void {
  const worker = renderer;
  renderer = null;
  void worker?.terminate();
}

function draw(document: PlainPdf): Promise<Buffer> {
  clearTimeout(idle);
  const worker = (renderer ??= open());
  return new Promise<Buffer>((resolve, reject) => {
    const over = () => {
      worker.off('message', answered).off('error', failed).off('exit', gone);
      worker.unref();
      idle = setTimeout(close, IDLE_MILLISECONDS);
      idle.unref();
    };
    const answered = (answer: Answer) => {
      over();
      if ('bytes' in answer) resolve(Buffer.from(answer.bytes));
      else reject(new Error(answer.error));
    };
    const failed = (error: Error) => {
      over();
      reject(error);
    };
    const gone = (code: number) => {
      failed(new Error(`the document was not made (${String(code)})`));
    };
    worker.on('message', answered).on('error', failed).on('exit', gone);
    // Whoever waits for paper keeps the process.
    worker.ref();
    worker.postMessage(document);
  });
}

/**
 * The PDF bytes, made on a thread of its own that is kept warm between sheets: a report of a thousand rows is most of a second
 * of computing, which nobody who pays waits for. Node only. Rejects when the document cannot be made.
 */
export function renderAside(document: PlainPdf): Promise<Buffer> {
  const made = turn.then(() => draw(document));
  turn = made.catch(() => undefined);
  return made;
}
