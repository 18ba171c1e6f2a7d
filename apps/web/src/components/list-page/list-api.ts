import { client } from '@tirtapay/api-client/client.gen';
import type { Page } from '@tirtapay/contracts';
import { answerOf, AS_FILE, saveExport } from '../../lib/api';
import type { ListDefinition } from './list-types';

/** What a list is asked for, by the names of its parameters. */
export type Asked = Readonly<Record<string, string | number | boolean>>;

export interface Totals {
  rows: number;
  /** There are more, and nothing was added up. */
  capped: boolean;
  sums: Readonly<Record<string, number>>;
}

const PER_REQUEST = 100;

/** The filter, without which part of it is on the screen. */
export function withoutPage({
  page: _page,
  page_size: _size,
  after: _after,
  before: _before,
  ...filter
}: Asked): Asked {
  return filter;
}

export const askPage = <Row>(path: string, asked: Asked, signal?: AbortSignal): Promise<Page<Row>> =>
  answerOf(client.get({ url: path, query: asked, throwOnError: true, ...(signal && { signal }) })) as Promise<
    Page<Row>
  >;

/** How many rows a filter has and what they add up to, as the server counts them now. */
export async function askTotals(path: string, filter: Asked, signal?: AbortSignal): Promise<Totals> {
  const { meta } = await askPage(path, { ...filter, page: 1, page_size: 1, totals: true }, signal);
  return { rows: meta.total, capped: meta.total_capped === true, sums: meta.totals ?? {} };
}

/** Every row of a filter is counted, however long it takes the server. */
export async function askExactly(path: string, filter: Asked, signal?: AbortSignal): Promise<number> {
  const { meta } = await askPage(path, { ...filter, page: 1, page_size: 1, count: 'exact' }, signal);
  return meta.total;
}

/** Every row of a filter in the order of the list, for paper. */
export async function askAll<Row>(path: string, filter: Asked): Promise<Row[]> {
  const rows: Row[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await askPage<Row>(path, { ...filter, page, page_size: PER_REQUEST });
    rows.push(...answer.data);
    if (answer.data.length < PER_REQUEST) return rows;
  }
}

export type FileFormat = 'csv' | 'xlsx';

/** The address of the file of a filter, as a background file is asked for. */
export function exportAddress(definition: ListDefinition, filter: Asked, format: FileFormat): string {
  const asked: Asked = { ...filter, format };
  const query = new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]));
  return `${definition.export ?? ''}?${String(query)}`;
}

export async function saveList(definition: ListDefinition, filter: Asked, format: FileFormat): Promise<void> {
  if (definition.export === null) return;
  await saveExport(
    client.get({ url: definition.export, query: { ...filter, format }, ...AS_FILE }),
    `tirtapay.${format}`,
  );
}
