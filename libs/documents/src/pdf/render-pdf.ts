import pdfMake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import { HELVETICA, isStandardFont, keepStandardFontsOpen } from './standard-fonts';

/** A pdfmake document. Rendering uses it up (pdfmake writes into it), so build a fresh one for every rendering. */
export type PdfDefinition = TDocumentDefinitions;

pdfMake.setFonts({ Helvetica: HELVETICA });
// A document is made of our own words; no text in it may make the server fetch an address or read a file.
pdfMake.setUrlAccessPolicy(() => false);
pdfMake.setLocalAccessPolicy(isStandardFont);
keepStandardFontsOpen();

/**
 * The PDF bytes of a definition. Node only. Rejects when the definition names a font other than Helvetica or any
 * outside resource.
 */
export async function renderPdf(definition: PdfDefinition): Promise<Buffer> {
  return pdfMake.createPdf(definition).getBuffer();
}
