import { TAKEOVER_COLUMNS, type TakeoverKind } from '@tirtapay/domain';
import { identifier, type CsvColumn } from '../../../../platform/list';

type Example = 'EXAMPLE';

/** The columns of a file to fill in, each with its example: all are texts, so that no spreadsheet shortens a number. */
export function templateColumns(kind: TakeoverKind): CsvColumn<Example>[] {
  return TAKEOVER_COLUMNS[kind].map(({ title, example }) => identifier(title.id, title.en, () => example));
}

export async function* templateRows(): AsyncGenerator<Example> {
  yield await Promise.resolve('EXAMPLE' as const);
}
