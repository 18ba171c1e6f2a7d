import type { FastifyReply } from 'fastify';
import { currentLanguage, currentStaff } from '../context';
import { isTimedOut } from '../database';
import { Problem } from '../problem';
import { counted, standingOrder, type ExportOrder } from './export-order';
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
 * @param countsItself whether `items` tell `expectedRows` how many they are
 * @throws Problem export.busy
 * @throws Problem export.too_large
 */
export function sendExport<Item>(
  reply: FastifyReply,
  name: string,
  columns: readonly CsvColumn<Item>[],
  items: AsyncIterable<Item>,
  { countsItself = false }: { countsItself?: boolean } = {},
): FastifyReply {
  const language = currentLanguage();
  const format = exportFormat(reply.request.query);
  const { type, write } = WRITERS[format];
  const fileName = `${name.replaceAll(/[^A-Za-z0-9_-]/g, '-')}.${format}`;
  const order = standingOrder();
  if (order !== undefined) {
    serve(order, { name: fileName, type, countsItself }, items, (path, rows, signal) =>
      write(path, inFile(columns), rows, language, signal),
    ).then(
      () => void reply.status(204).send(),
      (error: unknown) => {
        // Whoever ordered it has ended it, and knows.
        if (order.target?.signal.aborted === true) void reply.status(204).send();
        else void reply.send(inWords(error));
      },
    );
    return reply;
  }
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
        .header('Content-Disposition', `attachment; filename="${fileName}"`)
        .header('Cache-Control', 'no-store')
        .send(file);
    },
    (error: unknown) => {
      over();
      // Not a byte was sent: half a list never looks like a whole one.
      if (!reply.raw.closed) void reply.send(inWords(error));
    },
  );
  return reply;
}

/** What takes longer than anybody waits takes as long the next time: nobody is told to try it again in a moment. */
const inWords = (error: unknown) => (isTimedOut(error) ? new Problem('list.too_broad') : error);

/** A call of this process: the file goes where it says, and nobody's place at the desk is taken. */
async function serve<Item>(
  order: ExportOrder,
  file: Omit<NonNullable<ExportOrder['answer']>, 'rows'>,
  items: AsyncIterable<Item>,
  write: (path: string, items: AsyncIterable<Item>, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const { target } = order;
  let rows = 0;
  if (target !== null)
    await write(
      target.path,
      counted(items, (count) => {
        rows = count;
        target.written(count);
      }),
      target.signal,
    );
  order.answer = { ...file, rows };
}
