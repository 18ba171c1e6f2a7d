import { Worker } from 'node:worker_threads';
import { FALLBACK, FALLBACK_CUTS } from './fallback-font';
import type { PdfDefinition } from './render-pdf';
import { HELVETICA } from './standard-fonts';

/**
 * A document without functions, so that it can be handed to another thread. `footerLine` stands below every page, with the
 * number of the page beside it; tables may take the layouts `report` and `total`.
 */
export type PlainPdf = Omit<
  PdfDefinition,
  'footer' | 'header' | 'background' | 'tableLayouts' | 'pageBreakBefore'
> & {
  readonly footerLine: string;
};

const MEGABYTES = 768;

/** The same rules as `renderPdf`: fonts of ours, and no address or file a document may name. */
const RENDERER = `
const { parentPort, workerData } = require('node:worker_threads');
const loaded = require(workerData.library);
const pdfMake = loaded.default ?? loaded;
const { footerLine, ...definition } = workerData.document;
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
definition.footer = (page, pages) => ({
  margin: [28, 12, 28, 0], color: '#5b6b7b', fontSize: 7.5,
  columns: [
    { width: '*', text: footerLine },
    { width: 'auto', text: 'Halaman ' + page + ' dari ' + pages },
  ],
});
pdfMake.createPdf(definition).getBuffer().then((bytes) => parentPort.postMessage(bytes));
`;

/**
 * The PDF bytes, made on a thread of its own: a report of a thousand rows is a second of computing, which nobody who pays
 * waits for. Node only. Rejects when the document cannot be made.
 */
export function renderAside(document: PlainPdf): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(RENDERER, {
      eval: true,
      workerData: {
        document,
        library: require.resolve('pdfmake'),
        fonts: { Helvetica: HELVETICA, [FALLBACK]: FALLBACK_CUTS },
        files: [...Object.values(HELVETICA), ...Object.values(FALLBACK_CUTS)],
      },
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    });
    worker.once('message', (bytes: Uint8Array) => {
      resolve(Buffer.from(bytes));
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      reject(new Error(`the document was not made (${String(code)})`));
    });
  });
}
