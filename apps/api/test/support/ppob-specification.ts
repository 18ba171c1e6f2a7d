import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The twelve bodies and invoices as the specification prints them. */
export const PPOB_EXAMPLES = readFileSync(
  join(__dirname, '../../../../libs/documents/fixtures/ppob-invoice-formats.txt'),
  'utf8',
)
  .replaceAll('\r', '')
  .split('[INPUT BODY]')
  .slice(1)
  .map((section) => {
    const [body = '', output = ''] = section.split('[INVOICE OUTPUT]\n');
    const rule = '-'.repeat(57);
    return {
      body: JSON.parse(body) as Record<string, unknown>,
      invoice: `${output.slice(0, output.indexOf(rule, output.indexOf('Status ')))}${rule}\n`,
    };
  });
