import { Worker } from 'node:worker_threads';
import { FALLBACK, FALLBACK_CUTS } from './fallback-font';
import { HELVETICA } from './standard-fonts';

const MEGABYTES = 768;
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
  make,
};
parentPort.on('message', ([what, of]) => take[what](of));
const failed = (error) => {
  content = [];
  parentPort.postMessage({ error: String(error.message ?? error), code: error.code });
};
async function make({ maker, asked }) {
  try {
    const { told, document } = await require(maker).make(asked);
    parentPort.postMessage({ told });
    if (document === null) return parentPort.postMessage({ bytes: new Uint8Array(0) });
    const { content: nodes, ...definition } = document;
    for (const { parts, rows, ...node } of nodes) {
      if (rows === undefined) { take.parts(parts ?? [node]); continue; }
      take.table(node);
      for (const row of rows) { stepBack(); take.rows([row]); }
    }
    draw(definition);
  } catch (error) { failed(error); }
}
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
    .then((made) => {
      // Handed over and not copied: all of a memory of its own.
      const bytes = new Uint8Array(made);
      parentPort.postMessage({ bytes }, [bytes.buffer]);
    })
    .catch(failed);
}
`;

/** The thread that draws; what it is told and answers, `renderAside` says. */
export function openDrawingThread(): Worker {
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
  // A process that ends does not wait for it.
  worker.unref();
  return worker;
}
