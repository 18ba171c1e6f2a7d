import { relative } from 'node:path';
import type { Config } from '../../api/src/platform/config';

export interface Addresses {
  readonly api: string;
  readonly bank: string | null;
}

function row(label: string, text: string): string {
  return `  ${label.padEnd(18)}${text}\n`;
}

/** What a person sees when everything is up. */
export function readyText(config: Config, { api, bank }: Addresses, milliseconds: number): string {
  const place = relative(process.cwd(), config.home) || '.';
  return [
    `\nTirtaPay ready in ${(milliseconds / 1_000).toFixed(1)} s\n\n`,
    row('Cek tagihan', `${api}/`),
    row('Ruang kerja', `${api}/admin/`),
    row('API', `${api}/api/docs`),
    bank === null ? '' : row('Bank sandbox', `${bank}/`),
    config.demo
      ? `\n${row('Masuk (demo)', 'super, super2, admin, petugas, kasir, kasir2, manajer, it')}${row('Kata sandi', 'TirtaDemo2026!')}`
      : '',
    `\n${row('Data', place.startsWith('..') ? config.home : place)}${row('Berhenti', 'Ctrl-C')}\n`,
  ].join('');
}
