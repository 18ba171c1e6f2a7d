import type { ChildProcess } from 'node:child_process';
import type { Content } from 'pdfmake/interfaces';
import { openDrawingProcess, tell } from './drawing-process';
import { inPieces } from './in-pieces';
import type { PdfDefinition } from './render-pdf';

/**
 * A document without functions, so that it can be handed to another process. `footerLine` stands below every page, with the
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

/** A document the other process makes itself. */
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
/** Far longer than a sheet takes beside anything: whoever never answers is ended, and those behind go on with another. */
const LONGEST_MILLISECONDS = 90_000;
type Answer =
  | { readonly bytes: Buffer }
  | { readonly error: string; readonly code: unknown; readonly stack: unknown }
  | { readonly told: unknown };

let renderer: ChildProcess | null = null;
let idle: NodeJS.Timeout | undefined;
/** One sheet after the other: two at once would take both processors from whoever pays. */
let turn: Promise<unknown> = Promise.resolve();

function open(): ChildProcess {
  const child = openDrawingProcess();
  const gone = () => {
    if (renderer === child) renderer = null;
  };
  child.once('exit', gone).on('error', gone);
  return child;
}

/** A process that ends does not wait for the one that draws; whoever waits for paper keeps it. */
function keep(child: ChildProcess, kept: boolean): void {
  const as = kept ? 'ref' : 'unref';
  child[as]();
  child.channel?.[as]();
}

function close(child: ChildProcess): void {
  if (renderer === child) renderer = null;
  child.kill('SIGKILL');
}

function draw(asked: PlainPdf | MadeThere, told: (what: unknown) => void = () => undefined): Promise<Buffer> {
  clearTimeout(idle);
  const child = (renderer ??= open());
  return new Promise<Buffer>((resolve, reject) => {
    const over = () => {
      clearTimeout(longest);
      child.off('message', answered).off('error', lost).off('exit', gone);
      keep(child, false);
      idle = setTimeout(() => {
        close(child);
      }, IDLE_MILLISECONDS);
      idle.unref();
    };
    const answered = (answer: Answer) => {
      if ('told' in answer) {
        told(answer.told);
        return;
      }
      over();
      if ('bytes' in answer) resolve(answer.bytes);
      else reject(Object.assign(new Error(answer.error, { cause: answer.stack }), { code: answer.code }));
    };
    const failed = (error: Error) => {
      over();
      reject(error);
    };
    /** Half a document is no beginning of the next. */
    const lost = (error: unknown) => {
      failed(error instanceof Error ? error : new Error(String(error)));
      close(child);
    };
    const gone = (code: number | null, signal: string | null) => {
      failed(new Error(`the document was not made (${String(code ?? signal)})`));
    };
    const longest = setTimeout(() => {
      lost(new Error('the document was not made in time'));
    }, LONGEST_MILLISECONDS);
    child.on('message', answered).on('error', lost).on('exit', gone);
    keep(child, true);
    handOver(child, asked).catch(lost);
  });
}

/**
 * Bit by bit: thousands of cells, written and copied at once, hold up whoever pays for tens of milliseconds.
 */
async function handOver(child: ChildProcess, asked: PlainPdf | MadeThere): Promise<void> {
  if ('maker' in asked) {
    tell(child, 'make', asked);
    return;
  }
  const { content, ...definition } = asked;
  for (const node of content) {
    if (typeof node === 'object' && 'parts' in node)
      for await (const parts of inPieces(node.parts)) tell(child, 'parts', parts);
    else if (typeof node === 'object' && 'rows' in node) {
      const { rows, ...table } = node;
      tell(child, 'table', table);
      for await (const some of inPieces(rows)) tell(child, 'rows', some);
    } else tell(child, 'parts', [node]);
  }
  tell(child, 'end', definition);
}

/** When those before are drawn. */
function inTurn(work: () => Promise<Buffer>): Promise<Buffer> {
  const made = turn.then(work);
  turn = made.catch(() => undefined);
  return made;
}

/**
 * The PDF bytes, made in a process of its own that is kept warm between sheets: a report of a thousand rows is most of a second
 * of computing, which nobody who pays waits for. Node only. Rejects when the document cannot be made.
 */
export function renderAside(document: PlainPdf): Promise<Buffer> {
  return inTurn(() => draw(document));
}

/**
 * The same of a document that is made there from its first row on: nothing of it is ever in the memory of this process but its
 * bytes.
 * @param maker path of a module that exports `make`, and is loaded there
 * @param asked what it is asked, said when those before are drawn
 * @returns what it tells, and the bytes, of nothing none; both reject when it fails
 */
export function renderThere<Told>(
  maker: string,
  asked: () => unknown,
): { readonly told: Promise<Told>; readonly bytes: Promise<Buffer> } {
  let hear: (what: Told) => void = () => undefined;
  const said = new Promise<Told>((resolve) => (hear = resolve));
  const bytes = inTurn(() =>
    draw({ maker, asked: asked() }, (what) => {
      hear(what as Told);
    }),
  );
  // Who waits for the word hears of a failure, and asks for the bytes later or not at all.
  bytes.catch(() => undefined);
  return { told: Promise.race([said, bytes.then(() => said)]), bytes };
}
