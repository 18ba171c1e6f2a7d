import { Worker } from 'node:worker_threads';
import type { Content } from 'pdfmake/interfaces';
import { FALLBACK, FALLBACK_CUTS } from './fallback-font';
import { inPieces } from './in-pieces';
import type { PdfDefinition } from './render-pdf';
import { HELVETICA } from './standard-fonts';

/**
 * A document without functions, so that it can be handed to another thread. `footerLine` stands below every page, with the
 * number of the page beside it (null: nothing does); tables may take the layouts `report`, `form` and `total`. What may be long
 * is worked out while it is handed over, and so used up by rendering.
 */
export type PlainPdf = Omit<
  PdfDefinition,
  'footer' | 'header' | 'background' | 'tableLayouts' | 'pageBreakBefore' | 'content'
> & {
  readonly footerLine: string | null;
  readonly content: readonly (Content | PlainTable | PlainParts)[];
};

type PlainRow = readonly (string | object)[];

/** A long table. Cells of nothing but text are strings, which stand as `sides` says of their columns. */
export interface PlainTable {
  readonly sides: readonly ('left' | 'right')[];
  readonly table: {
    readonly headerRows: number;
    readonly keepWithHeaderRows?: number;
    readonly dontBreakRows: boolean;
    readonly widths: readonly (number | string)[];
    /** Its head. */
    readonly body: readonly PlainRow[];
    /** No rule below the last row, which closes the table itself. */
    readonly openEnd?: boolean;
  };
  /** All below the head. */
  readonly rows: Iterable<PlainRow>;
  readonly layout: 'report' | 'form';
  readonly margin?: readonly number[];
  readonly fontSize?: number;
}

/** Many parts one after the other. */
interface PlainParts {
  readonly parts: Iterable<Content>;
}

const MEGABYTES = 768;
/** What nobody asks for after this gives its memory back. */
const IDLE_MILLISECONDS = 60_000;
/** Beside what people and banks wait for, paper comes second: the thread steps back where the system knows how. */
const NICENESS = 19;
/**
 * While somebody is served the thread does so much, then rests so long or until they are: whoever is served has the processor,
 * and a sheet under a load that never ends still comes, in nine times its time and with at most so much rest: whoever waits for
 * it gives up after half a minute.
 */
const PACE = { work: 1, rest: 8, most: 15_000 };

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
let served = null;
let resumed = 0;
let rested = 0;
function stepBack() {
  const now = served === null ? 0 : Atomics.load(served, 0);
  const begun = performance.now();
  if (now === 0 || begun - resumed < workerData.pace.work || rested > workerData.pace.most) return;
  Atomics.wait(served, 0, now, workerData.pace.rest);
  resumed = performance.now();
  rested += resumed - begun;
}
// Every piece of text is measured, and encoded when it is drawn: nothing else is asked so often, from first to last.
const texts = Object.getPrototypeOf(scratch._font);
for (const step of ['widthOfString', 'encode']) {
  const own = texts[step];
  texts[step] = function (...of) {
    stepBack();
    return own.apply(this, of);
  };
}
const rule = (color, width, air = 1.6) => ({
  hLineColor: () => color, vLineWidth: () => 0, hLineWidth: width,
  paddingLeft: () => 3, paddingRight: () => 3, paddingTop: () => air, paddingBottom: () => air,
});
pdfMake.setFonts(workerData.fonts);
pdfMake.setUrlAccessPolicy(() => false);
pdfMake.setLocalAccessPolicy((path) => workerData.files.includes(path));
pdfMake.addTableLayouts({
  report: rule('#c9d3dc', (line, { table }) => (line === 0 || (table.openEnd && line === table.body.length) ? 0 : 0.4)),
  form: rule('#c9d3dc', (line) => (line === 0 ? 0 : 0.5), 2.5),
  total: rule('#17324d', (line) => (line === 0 ? 0 : 1)),
});
let content = [];
let sides = [];
const cell = (text, at) => (typeof text === 'string' ? { text, alignment: sides[at] } : text);
const take = {
  parts: (parts) => content.push(...parts),
  table: (table) => { sides = table.sides; content.push(table); },
  rows: (rows) => content.at(-1).table.body.push(...rows.map((row) => row.map(cell))),
  served: (others) => { served = others; rested = 0; },
  end: draw,
};
parentPort.on('message', ([what, of]) => take[what](of));
function draw({ footerLine, ...definition }) {
  const drawn = content;
  content = [];
  const [left, , right] = definition.pageMargins;
  const footer = (page, pages) => ({
    margin: [left, 12, right, 0], color: '#5b6b7b', fontSize: 7.5,
    columns: [
      { width: '*', text: footerLine },
      { width: 'auto', text: 'Halaman ' + page + ' dari ' + pages },
    ],
  });
  Promise.resolve()
    .then(() => pdfMake.createPdf({ ...definition, content: drawn, ...(footerLine !== null && { footer }) }).getBuffer())
    .then((bytes) => parentPort.postMessage({ bytes }), (error) => parentPort.postMessage({ error: String(error) }));
}
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
      pace: PACE,
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

function draw(document: PlainPdf, served: Int32Array | null): Promise<Buffer> {
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
    handOver(worker, document, served).catch((error: unknown) => {
      failed(error instanceof Error ? error : new Error(String(error)));
      // Half a document is no beginning of the next.
      if (renderer === worker) renderer = null;
      void worker.terminate();
    });
  });
}

/**
 * Bit by bit: thousands of cells, written and copied at once, hold up whoever pays for tens of milliseconds.
 */
async function handOver(
  worker: Worker,
  { content, ...definition }: PlainPdf,
  served: Int32Array | null,
): Promise<void> {
  const say = (what: 'served' | 'parts' | 'table' | 'rows' | 'end', of: unknown) => {
    worker.postMessage([what, of]);
  };
  say('served', served);
  for (const node of content) {
    if (typeof node === 'object' && 'parts' in node)
      for await (const parts of inPieces(node.parts)) say('parts', parts);
    else if (typeof node === 'object' && 'rows' in node) {
      const { rows, ...table } = node;
      say('table', table);
      for await (const some of inPieces(rows)) say('rows', some);
    } else say('parts', [node]);
  }
  say('end', definition);
}

/**
 * The PDF bytes, made on a thread of its own that is kept warm between sheets: a report of a thousand rows is most of a second
 * of computing, which nobody who pays waits for. Node only. Rejects when the document cannot be made.
 *
 * @param served shared memory: how many are being served whom the drawing steps back for
 */
export function renderAside(document: PlainPdf, served: Int32Array | null = null): Promise<Buffer> {
  const made = turn.then(() => draw(document, served));
  turn = made.catch(() => undefined);
  return made;
}
