import type { FastifyReply } from 'fastify';
import { currentLanguage, currentStaff } from '../context';
import { Problem } from '../problem';
import { inFile, type CsvColumn } from './csv-columns';
import { writeCsv } from './csv-file';
import { CSV_TYPE, exportFormat, XLSX_TYPE } from './export-formats';
import { spool } from './spool';
import { writeXlsx } from './xlsx-file';

const RETRY_SECONDS = 10;

const WRITERS = {
  csv: { type: CSV_TYPE, write: writeCsv },
  xlsx: { type: XLSX_TYPE, write: writeXlsx },
} as const;

/**
 * Sends a list as a file in the format that was asked for. The list is read at once and then sent from a file; who does not
 * read holds a place at the desk, until its deadline, and nothing else.
 * @param name of the file, without its ending
 * @throws Problem export.busy
 * @throws Problem export.too_large
 */
export function sendExport<Item>(
  reply: FastifyReply,
  name: string,
  columns: readonly CsvColumn<Item>[],
  items: AsyncIterable<Item>,
): FastifyReply {
  const language = currentLanguage();
  const format = exportFormat(reply.request.query);
  const { type, write } = WRITERS[format];
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
  // Whoever has the last byte may come again at once, also before the file is closed.
  reply.raw.once('finish', over);
  reply.raw.once('close', () => {
    ended.abort();
  });
  spool((path) => write(path, inFile(columns), items, language, ended.signal)).then(
    (file) => {
      if (reply.raw.closed) file.destroy();
      file.once('close', over);
      reply.raw.once('close', () => file.destroy());
      void reply
        .header('Content-Type', type)
        .header(
          'Content-Disposition',
          `attachment; filename="${name.replaceAll(/[^A-Za-z0-9_-]/g, '-')}.${format}"`,
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
