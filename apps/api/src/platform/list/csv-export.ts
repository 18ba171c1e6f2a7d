import { Readable } from 'node:stream';
import { Problem } from '../problem';
import { spool } from './spool';
import { stringify } from 'csv-stringify';
import type { FastifyReply } from 'fastify';
import type { Language } from '@tirtapay/domain';
import { currentLanguage, currentStaff } from '../context';
import type { CsvColumn } from './csv-columns';

// A cell a spreadsheet would take for a formula, also written full-width.
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/**
 * In front of an identifier. Excel and LibreOffice take a cell that begins with a tab for text, show nothing of the
 * tab and write it back when they save, so the digits survive any number of rounds; a formula (`="…"`) is saved as a
 * bare number and survives only one, and a no-break space counts as a blank before a number. Whatever reads such a
 * file trims.
 */
const TEXT_MARK = '\t';

function cell<Item>(column: CsvColumn<Item>, item: Item, language: Language): string | number {
  const value = column.value(item, language);
  if (value === null || value === '') return '';
  if (typeof value === 'number' && !column.identifier) return value;
  const text = String(value);
  if (FORMULA.test(text)) return `'${text}`;
  return column.identifier ? TEXT_MARK + text : text;
}

const RETRY_SECONDS = 10;

/** Sends a list as CSV that Excel in Indonesian opens as it is: `;`, UTF-8 with BOM, formulas made inert. The list is read at
 * once and then sent from a file; who does not read holds a place at the desk, until its deadline, and nothing else.
 * @throws Problem export.busy
 */
export function sendCsv<Item>(
  reply: FastifyReply,
  fileName: string,
  columns: readonly CsvColumn<Item>[],
  items: AsyncIterable<Item>,
): FastifyReply {
  const language = currentLanguage();
  const csv = stringify({
    delimiter: ';',
    bom: true,
    header: true,
    columns: columns.map((column) => column.header[language]),
    // LibreOffice offers the tab as a separator as well: outside quotes it would split the cell.
    quoted_match: /\t/,
  });
  const source = Readable.from(
    (async function* rows() {
      for await (const item of items) yield columns.map((column) => cell(column, item, language));
    })(),
    { objectMode: true },
  );
  const desk = reply.server.exports;
  const leave = desk.enter(currentStaff().id);
  const ended = new AbortController();
  const deadline = setTimeout(() => {
    ended.abort(new Problem('service.unavailable', { retryAfter: RETRY_SECONDS }));
    reply.raw.destroy();
  }, desk.seconds * 1_000);
  const over = () => {
    clearTimeout(deadline);
    leave();
  };
  reply.raw.once('close', () => {
    ended.abort();
  });
  spool(source, csv, ended.signal).then(
    (file) => {
      if (reply.raw.closed) file.destroy();
      file.once('close', over);
      reply.raw.once('close', () => file.destroy());
      void reply
        .header('Content-Type', 'text/csv; charset=utf-8')
        .header(
          'Content-Disposition',
          `attachment; filename="${fileName.replaceAll(/[^A-Za-z0-9._-]/g, '-')}"`,
        )
        .header('Cache-Control', 'no-store')
        .send(file);
    },
    (error: unknown) => {
      over();
      // Not a byte was sent: half a list never looks like a whole one.
      if (!reply.raw.closed) void reply.send(error);
    },
  );
  return reply;
}
