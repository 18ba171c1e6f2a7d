import { parser as saxParser, type SAXParser } from 'sax';
import { SheetRefusal } from './sheet-refusal';

const MAX_DEPTH = 40;
/** Of one element; a sheet names a dozen. */
const MOST_ATTRIBUTES = 100;

/** What is told of a part of a workbook while it is read; names without their prefix. */
export interface Elements {
  opened(name: string, attributes: Readonly<Record<string, string>>): void;
  text(piece: string): void;
  closed(name: string): void;
}

/**
 * As of bank statements: a document type could make a small part endless, and nothing of a sheet lies deep.
 * @throws SheetRefusal while it is written to
 */
export function elementsOf(elements: Elements): SAXParser {
  const parser = saxParser(true, { trim: false, normalize: false });
  let depth = 0;
  let attributeCount = 0;
  parser.ondoctype = () => {
    throw new SheetRefusal('XML_UNSAFE', '<!DOCTYPE');
  };
  parser.onerror = (error) => {
    throw new SheetRefusal('WORKBOOK_BROKEN', error.message.replaceAll('\n', ' '));
  };
  // An element is held until it ends: of forty million attributes nothing else would be told.
  parser.onattribute = ({ name }) => {
    attributeCount += 1;
    if (attributeCount > MOST_ATTRIBUTES) throw new SheetRefusal('XML_UNSAFE', name.slice(0, 80));
  };
  parser.onopentag = ({ name, attributes }) => {
    attributeCount = 0;
    depth += 1;
    if (depth > MAX_DEPTH) throw new SheetRefusal('XML_UNSAFE', name);
    elements.opened(name.replace(/^.*:/, ''), attributes as Readonly<Record<string, string>>);
  };
  parser.ontext = (piece) => {
    elements.text(piece);
  };
  parser.oncdata = (piece) => {
    elements.text(piece);
  };
  parser.onclosetag = (name) => {
    depth -= 1;
    elements.closed(name.replace(/^.*:/, ''));
  };
  return parser;
}
