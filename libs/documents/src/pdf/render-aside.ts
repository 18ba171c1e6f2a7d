import type { Worker } from 'node:worker_threads';
import type { Content } from 'pdfmake/interfaces';
import { openDrawingThread } from './drawing-thread';
import { inPieces } from './in-pieces';
import type { PdfDefinition } from './render-pdf';

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

/** A document the thread makes itself. */
interface MadeThere {
  readonly maker: string;
  readonly asked: unknown;
}

/**
 * What the module of such a document exports as `make`. What it tells is heard before anything is drawn; null draws nothing. Of
 * an error its message and `code` come out.
 */
export type MakeThere<Asked, Told> = (
  asked: Asked,
) => Promise<{ readonly told: Told; readonly document: PlainPdf | null }>;

/** What nobody asks for after this gives its memory back. */
const IDLE_MILLISECONDS = 60_000;
type Answer =
  | { readonly bytes: Uint8Array }
  | { readonly error: string; readonly code: unknown }
  | { readonly told: unknown };

let renderer: Worker | null = null;
let idle: NodeJS.Timeout | undefined;
/** One sheet after the other: two at once would take both processors from whoever pays. */
let turn: Promise<unknown> = Promise.resolve();

function open(): Worker {
  const worker = openDrawingThread();
  worker.once('exit', () => {
    if (renderer === worker) renderer = null;
  });
  return worker;
}

function close(): void {
  const worker = renderer;
  renderer = null;
  void worker?.terminate();
}

function draw(
  asked: PlainPdf | MadeThere,
  served: Int32Array | null,
  told: (what: unknown) => void = () => undefined,
): Promise<Buffer> {
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
      if ('told' in answer) {
        told(answer.told);
        return;
      }
      over();
      if ('bytes' in answer) resolve(Buffer.from(answer.bytes.buffer));
      else reject(Object.assign(new Error(answer.error), { code: answer.code }));
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
    say(worker, 'served', served);
    handOver(worker, asked).catch((error: unknown) => {
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
async function handOver(worker: Worker, asked: PlainPdf | MadeThere): Promise<void> {
  if ('maker' in asked) {
    say(worker, 'make', asked);
    return;
  }
  const { content, ...definition } = asked;
  for (const node of content) {
    if (typeof node === 'object' && 'parts' in node)
      for await (const parts of inPieces(node.parts)) say(worker, 'parts', parts);
    else if (typeof node === 'object' && 'rows' in node) {
      const { rows, ...table } = node;
      say(worker, 'table', table);
      for await (const some of inPieces(rows)) say(worker, 'rows', some);
    } else say(worker, 'parts', [node]);
  }
  say(worker, 'end', definition);
}

function say(
  worker: Worker,
  what: 'served' | 'parts' | 'table' | 'rows' | 'end' | 'make',
  of: unknown,
): void {
  worker.postMessage([what, of]);
}

/** When those before are drawn. */
function inTurn(work: () => Promise<Buffer>): Promise<Buffer> {
  const made = turn.then(work);
  turn = made.catch(() => undefined);
  return made;
}

/**
 * The PDF bytes, made on a thread of its own that is kept warm between sheets: a report of a thousand rows is most of a second
 * of computing, which nobody who pays waits for. Node only. Rejects when the document cannot be made.
 *
 * @param served shared memory: how many are being served whom the drawing steps back for
 */
export function renderAside(document: PlainPdf, served: Int32Array | null = null): Promise<Buffer> {
  return inTurn(() => draw(document, served));
}

/**
 * The same of a document that is made there from its first row on: nothing of it is ever in the memory of this thread but its
 * bytes.
 * @param maker path of a module that exports `make`, and is loaded there
 * @param asked what it is asked, said when those before are drawn
 * @returns what it tells, and the bytes, of nothing none; both reject when it fails
 */
export function renderThere<Told>(
  maker: string,
  asked: () => unknown,
  served: Int32Array | null = null,
): { readonly told: Promise<Told>; readonly bytes: Promise<Buffer> } {
  let tell: (what: Told) => void = () => undefined;
  const said = new Promise<Told>((resolve) => (tell = resolve));
  const bytes = inTurn(() =>
    draw({ maker, asked: asked() }, served, (what) => {
      tell(what as Told);
    }),
  );
  // Who waits for the word hears of a failure, and asks for the bytes later or not at all.
  bytes.catch(() => undefined);
  return { told: Promise.race([said, bytes.then(() => said)]), bytes };
}
