import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { formatInstant, PPOB_SERVICE_CODES, PPOB_SERVICES, readOrder, rupiah } from '@tirtapay/domain';
import { renderPdf } from '../pdf/render-pdf';
import type { InvoiceModel } from './invoice-model';
import { invoiceRollText, invoiceText } from './invoice-text';
import { invoiceSheet } from './invoice-sheet';

const SPECIFICATION = readFileSync(
  join(__dirname, '../../fixtures/ppob-invoice-formats.txt'),
  'utf8',
).replaceAll('\r', '');
const SOLD_AT = Date.parse('2026-01-15T09:30:00+08:00');
const ZONE = 'Asia/Makassar';

/** The twelve bodies and invoices as the specification prints them. */
const EXAMPLES = SPECIFICATION.split('[INPUT BODY]')
  .slice(1)
  .map((section) => {
    const [body = '', output = ''] = section.split('[INVOICE OUTPUT]\n');
    const rule = '-'.repeat(57);
    return {
      body: JSON.parse(body) as Record<string, unknown>,
      invoice: `${output.slice(0, output.indexOf(rule, output.indexOf('Status ')))}${rule}\n`,
    };
  });

function printedAmount(invoice: string, label: RegExp): number {
  return Number((label.exec(invoice)?.[1] ?? '').replaceAll('.', ''));
}

function modelOf(body: Record<string, unknown>, invoice: string): InvoiceModel {
  const read = readOrder(body);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { service, customerName, fields } = read.order;
  return {
    service: service.code,
    customerName,
    fields,
    principal: rupiah(
      printedAmount(
        invoice,
        /^(?:Tagihan Pokok|Nominal \w+|Biaya Langganan|Biaya Paket|Donasi Qurban)\s+: Rp([\d.]+)$/m,
      ),
    ),
    adminFee: service.adminFee,
    code: /^(?:Token Listrik|Kode Voucher)\s+: (.+)$/m.exec(invoice)?.[1] ?? null,
    soldAt: SOLD_AT,
    zone: ZONE,
    receiptNumber: 'MITRA-API-20260115-000001',
    utility: { name: 'Perumda Tirta Anoa', address: 'Jl. Ahmad Yani No. 1', phone: '(0401) 312345' },
  };
}

describe('the invoices of the specification', () => {
  it('are twelve, one of each service', () => {
    expect(EXAMPLES.map(({ body }) => body.service_code).sort()).toEqual([...PPOB_SERVICE_CODES].sort());
  });

  it.each(EXAMPLES)('$body.service_code is printed to the byte', ({ body, invoice }) => {
    expect(invoiceText(modelOf(body, invoice))).toBe(
      invoice.replace('{tanggal_transaksi}', formatInstant(SOLD_AT, ZONE, 'id')),
    );
  });

  it.each(EXAMPLES)('$body.service_code asks for the fee of the specification', ({ body, invoice }) => {
    const service = Object.values(PPOB_SERVICES).find(({ code }) => code === body.service_code);
    expect(service?.adminFee).toBe(printedAmount(invoice, /^Biaya Admin\s+: Rp([\d.]+)$/m));
  });
});

describe('whatever it holds', () => {
  const [example] = EXAMPLES;
  if (example === undefined) throw new Error('no examples');
  const model = modelOf(example.body, example.invoice);

  it('a long value goes on under itself and breaks no column', () => {
    const text = invoiceText({ ...model, customerName: 'Muhammad '.repeat(30) });
    const lines = text.split('\n');
    expect(lines.every((line) => line.length <= 57)).toBe(true);
    const from = lines.findIndex((line) => line.startsWith('Nama Pelanggan'));
    const address = lines.findIndex((line) => line.startsWith('Alamat'));
    expect(address - from).toBeGreaterThan(5);
    for (const line of lines.slice(from + 1, address)) expect(line).toMatch(/^ {21}Muhammad/);
  });

  it('no name makes a line longer, another label or a broken row', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }), (customerName) => {
        const rows = invoiceText({ ...model, customerName })
          .trimEnd()
          .split('\n')
          .slice(3, -1);
        const named = rows.filter((row) => /^\S/.test(row)).map((row) => row.slice(0, 18).trimEnd());
        expect(named).toEqual(
          invoiceText(model)
            .trimEnd()
            .split('\n')
            .slice(3, -1)
            .map((row) => row.slice(0, 18).trimEnd()),
        );
        expect(rows.every((row) => row.length <= 57)).toBe(true);
      }),
    );
  });

  it.each([32, 42] as const)('fits %i columns in plain ASCII', (columns) => {
    for (const { body, invoice } of EXAMPLES) {
      const text = invoiceRollText({ ...modelOf(body, invoice), customerName: 'Zoë “Ñandú” 漢字' }, columns);
      expect(text.split('\n').every((line) => line.length <= columns)).toBe(true);
      expect(text).toMatch(/^[\x20-\x7e\n]*$/);
    }
  });

  it.each(['A5', 80, 58] as const)('is a PDF on %s', async (paper) => {
    const pdf = await renderPdf(invoiceSheet(model, paper));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });
});
