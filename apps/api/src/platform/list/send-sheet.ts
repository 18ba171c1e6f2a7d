import type { FastifyReply } from 'fastify';
import { writeFile } from 'node:fs/promises';
import { standingOrder } from './export-order';

const PDF_TYPE = 'application/pdf';

/**
 * Sends paper: shown by the browser at once, or put where an order says. Whether the person may have it is asked before; what
 * is only asked about is not drawn.
 * @param name of the file, without its ending
 */
export async function sendSheet(
  reply: FastifyReply,
  name: string,
  draw: () => Promise<{ readonly bytes: Buffer; readonly rows: number }>,
): Promise<void> {
  const fileName = `${name}.pdf`;
  const order = standingOrder();
  if (order === undefined) {
    const { bytes } = await draw();
    await reply
      .header('Content-Type', PDF_TYPE)
      .header('Content-Disposition', `inline; filename="${fileName}"`)
      .header('Cache-Control', 'no-store')
      .send(bytes);
    return;
  }
  const { target } = order;
  let drawn = 0;
  if (target !== null) {
    const { bytes, rows } = await draw();
    drawn = rows;
    if (!target.signal.aborted) await writeFile(target.path, bytes);
  }
  order.answer = { name: fileName, type: PDF_TYPE, rows: drawn, countsItself: true };
  await reply.status(204).send();
}
