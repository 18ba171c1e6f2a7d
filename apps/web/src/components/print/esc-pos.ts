import type { Roll } from './printer-settings';
import { COLUMNS, type Slip } from './slip';

/** Dots of a module of the code: as wide as the roll lets it be, so that a cheap phone reads it. */
const QR_SIZE: Readonly<Record<Roll, number>> = { 58: 5, 80: 6 };
/** The knife stands some lines behind the head. */
const LINES_TO_KNIFE = 4;

/** The bytes of a slip for a printer that speaks ESC/POS. What makes them comes when it is first needed. */
export async function escPos(slip: Slip, roll: Roll): Promise<Uint8Array> {
  const { default: ReceiptPrinterEncoder } = await import('@point-of-sale/receipt-printer-encoder');
  const encoder = new ReceiptPrinterEncoder({
    language: 'esc-pos',
    columns: COLUMNS[roll],
    newline: '\n',
    feedBeforeCut: LINES_TO_KNIFE,
  });
  encoder.initialize();
  for (const line of slip.text.replace(/\n$/, '').split('\n')) encoder.line(line);
  if (slip.qr !== null)
    encoder
      .newline()
      .align('center')
      .qrcode(slip.qr, { model: 2, size: QR_SIZE[roll], errorlevel: 'm' })
      .align('left');
  return encoder.cut('partial').encode();
}
