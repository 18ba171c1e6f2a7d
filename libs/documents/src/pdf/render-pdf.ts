import pdfMake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import { FALLBACK, FALLBACK_CUTS, isFallbackFont } from './fallback-font';
import { HELVETICA, isStandardFont, keepStandardFontsOpen } from './standard-fonts';

/** A pdfmake document. Rendering uses it up (pdfmake writes into it), so build a fresh one for every rendering. */
export type PdfDefinition = TDocumentDefinitions;

pdfMake.setFonts({ Helvetica: HELVETICA, [FALLBACK]: FALLBACK_CUTS });
// A document is made of our own words; no text in it may make the server fetch an address or read a file.
pdfMake.setUrlAccessPolicy(() => false);
pdfMake.setLocalAccessPolicy((path) => isStandardFont(path) || isFallbackFont(path));
keepStandardFontsOpen();

/**
 * The PDF bytes of a definition. Node only. Rejects when the definition names a font other than Helvetica and its
 * fallback, or any outside resource.
 */
export async function renderPdf(definition: PdfDefinition): Promise<Buffer> {
  return pdfMake.createPdf(definition).getBuffer();
}
