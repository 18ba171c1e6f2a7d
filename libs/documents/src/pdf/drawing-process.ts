import { spawn, type ChildProcess } from 'node:child_process';
import { FALLBACK, FALLBACK_CUTS } from './fallback-font';
import { HELVETICA } from './standard-fonts';

/**
 * Its memory is bounded. It collects and compiles on its own thread: helpers would draw no faster, and take the other processor too.
 */
const FLAGS = [
  '--max-old-space-size=768',
  '--max-semi-space-size=32',
  '--single-threaded-gc',
  '--no-concurrent-recompilation',
  '--no-concurrent-sparkplug',
];
/** Beside what people and banks wait for, paper comes second. */
const NICENESS = 19;
/** What a process needs of its surroundings before it runs; those of the database come by the channel. */
const OF_THE_SYSTEM = /^(PATH|SystemRoot|TE?MP|TMPDIR|HOME|TZ|LANG|LC_\w+|NODE_EXTRA_CA_CERTS)$/i;
const OF_THE_DATABASE = /^PG/;

/**
 * The same rules as `renderPdf`: fonts of ours, and no address or file a document may name. Letters of Helvetica stand without
 * kerning, whose pairs were a tenth of the time of a page of figures.
 *
 * A niceness is that of one thread, and the engine's helpers, which collect and compile for it, are there before the first line
 * runs: each is told, where the system lists them. What is born of them later has theirs.
 *
 * Linux shares the processors among sessions first and asks for a niceness only within one (`man 7 sched`, "The autogroup
 * feature"). The database is in another session: this process has one of its own, which comes second as a whole.
 */
const RENDERER = `
const { readdirSync, writeFileSync } = require('node:fs');
const os = require('node:os');
let pdfMake;
let scratch;
let niceness = 0;
function comeSecond() {
  let threads = [0];
  try { threads = [0, ...readdirSync('/proc/self/task').map(Number)]; } catch {}
  for (const thread of threads) try { os.setPriority(thread, niceness); } catch {}
  try { writeFileSync('/proc/self/autogroup', String(niceness)); } catch {}
}
const rule = (color, width, air = 1.6) => ({
  hLineColor: () => color, vLineWidth: () => 0, hLineWidth: width,
  paddingLeft: () => 3, paddingRight: () => 3, paddingTop: () => air, paddingBottom: () => air,
});
function begin(given) {
  niceness = given.niceness;
  comeSecond();
  Object.assign(process.env, given.surroundings);
  const loaded = require(given.library);
  pdfMake = loaded.default ?? loaded;
  const drawn = require(given.drawing);
  scratch = new (drawn.default ?? drawn)({}, {}, {}, {}, { autoFirstPage: false, font: null });
  scratch.font('Helvetica');
  Object.getPrototypeOf(scratch._font.font).getKernPair = () => 0;
  pdfMake.setFonts(given.fonts);
  pdfMake.setUrlAccessPolicy(() => false);
  pdfMake.setLocalAccessPolicy((path) => given.files.includes(path));
  pdfMake.addTableLayouts({
    report: rule('#c9d3dc', (line, { table }) => (line === 0 || (table.openEnd && line === table.body.length) ? 0 : 0.4)),
    form: rule('#c9d3dc', (line) => (line === 0 ? 0 : 0.5), 2.5),
    total: rule('#17324d', (line) => (line === 0 ? 0 : 1)),
  });
}
let content = [];
let sides = [];
const cell = (text, at) => (typeof text === 'string' ? { text, alignment: sides[at] } : text);
const take = {
  parts: (parts) => content.push(...parts),
  table: (table) => { sides = table.sides; content.push(table); },
  rows: (rows) => content.at(-1).table.body.push(...rows.map((row) => row.map(cell))),
  begin,
  end: draw,
  make,
};
process.on('message', ([what, of]) => take[what](of));
// It ends with whoever opened it and not before: what asks them all to end asks this one too, in the middle of a sheet.
process.on('disconnect', () => process.exit());
for (const asked of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(asked, () => {});
const failed = (error) => {
  content = [];
  process.send({ error: String(error?.message ?? error), code: error?.code, stack: error?.stack });
};
async function make({ maker, asked }) {
  try {
    const { told, document } = await require(maker).make(asked);
    process.send({ told });
    if (document === null) return process.send({ bytes: Buffer.alloc(0) });
    const { content: nodes, ...definition } = document;
    for (const { parts, rows, ...node } of nodes) {
      if (rows === undefined) { take.parts(parts ?? [node]); continue; }
      take.table(node);
      for (const row of rows) take.rows([row]);
    }
    draw(definition);
  } catch (error) { failed(error); }
}
function draw({ footerLine, ...definition }) {
  comeSecond();
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
    .then((bytes) => process.send({ bytes }))
    .catch(failed);
}
`;

/** The process that draws; what it is told and answers, `renderAside` says. Nothing but the channel says a secret. */
export function openDrawingProcess(): ChildProcess {
  const child = spawn(process.execPath, [...FLAGS, '-e', RENDERER], {
    env: surroundings(OF_THE_SYSTEM),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
    windowsHide: true,
    detached: process.platform === 'linux',
  });
  // Whoever waits for a sheet hears of it; between two of them nobody does, and the next opens another.
  child.on('error', () => undefined);
  tell(child, 'begin', {
    library: require.resolve('pdfmake'),
    drawing: require.resolve('pdfmake/js/PDFDocument'),
    fonts: { Helvetica: HELVETICA, [FALLBACK]: FALLBACK_CUTS },
    files: [...Object.values(HELVETICA), ...Object.values(FALLBACK_CUTS)],
    niceness: NICENESS,
    surroundings: surroundings(OF_THE_DATABASE),
  });
  return child;
}

function surroundings(which: RegExp): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => which.test(name)));
}

/** Of one that is gone its end tells. */
export function tell(
  child: ChildProcess,
  what: 'begin' | 'parts' | 'table' | 'rows' | 'end' | 'make',
  of: unknown,
): void {
  child.send([what, of], () => undefined);
}
