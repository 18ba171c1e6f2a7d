export type { ReceiptBill, ReceiptModel } from './receipt/receipt-model';
export { RECEIPT_COLUMNS, receiptText } from './receipt/receipt-text';
export type { ReceiptColumns } from './receipt/receipt-text';
export { receiptSheet } from './receipt/receipt-sheet';
export type { SheetSize } from './receipt/receipt-sheet';
export { receiptRoll } from './receipt/receipt-roll';
export type { RollWidth } from './receipt/receipt-roll';
export { renderPdf } from './pdf/render-pdf';
export type { PdfDefinition } from './pdf/render-pdf';
