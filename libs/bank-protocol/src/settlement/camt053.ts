import { parser as saxParser, type SAXParser } from 'sax';
import { CamtDocument } from './camt053-document';
import type { EncodingFound, OpenBytes } from './encoding';
import type { FormatOutcome, FormatSettings, ReadInto } from './outcome';
import { refusal } from './refusal';
import { utf8Blocks } from './utf8-blocks';

/** Nothing of a statement lies deeper, and no text of one is longer. */
const MAX_DEPTH = 40;
const MAX_TEXT = 4_000;
/** Of one element, which is held until it ends; a statement has one or two. */
const MOST_ATTRIBUTES = 100;

/**
 * ISO 20022 camt.053, read as a stream of elements. A document type is refused: entities of one's own can make a small
 * file endless or read another (CWE-776, CWE-611); the five of XML itself are all that is resolved.
 */
export async function readCamt053(
  open: OpenBytes,
  found: EncodingFound,
  settings: FormatSettings,
  into: ReadInto,
): Promise<FormatOutcome> {
  const document = new CamtDocument(settings, into);
  const parser = elementsOf(document);
  for await (const block of utf8Blocks(open(), found.encoding)) {
    const text = block.toString('utf8');
    write(parser, text);
    const lines = document.made();
    if (lines.length > 0) await into.take(lines);
  }
  write(parser, null);
  const lines = document.made();
  if (lines.length > 0) await into.take(lines);
  return document.outcome(found);
}

function write(parser: SAXParser, text: string | null): void {
  if (text === null) parser.close();
  else parser.write(text);
}

function elementsOf(document: CamtDocument): SAXParser {
  const parser = saxParser(true, { trim: false, normalize: false });
  const path: string[] = [];
  let text = '';
  parser.ondoctype = () => {
    throw refusal('XML_UNSAFE', '<!DOCTYPE', parser.line + 1);
  };
  parser.onerror = (error) => {
    throw refusal('XML_BROKEN', error.message.replaceAll('\n', ' '), parser.line + 1);
  };
  let attributeCount = 0;
  parser.onattribute = ({ name }) => {
    attributeCount += 1;
    if (attributeCount > MOST_ATTRIBUTES) throw refusal('XML_UNSAFE', name.slice(0, 80), parser.line + 1);
  };
  parser.onopentag = ({ name, attributes }) => {
    attributeCount = 0;
    path.push(name.replace(/^.*:/, ''));
    if (path.length > MAX_DEPTH) throw refusal('XML_UNSAFE', path.slice(0, 5).join('/'), parser.line + 1);
    text = '';
    document.opened(path, attributes as Readonly<Record<string, string>>, parser.line + 1);
  };
  const takeText = (piece: string): void => {
    text += piece;
    if (text.length > MAX_TEXT) throw refusal('RECORD_TOO_LARGE', text.slice(0, 80), parser.line + 1);
  };
  parser.ontext = takeText;
  parser.oncdata = takeText;
  parser.onclosetag = () => {
    document.closed(path, text.trim(), parser.line + 1);
    path.pop();
    text = '';
  };
  return parser;
}
