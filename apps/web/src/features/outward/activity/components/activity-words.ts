import type { ActivityDto } from '@tirtapay/api-client';
import type { TFunction } from 'i18next';

/** What was done in the language of the page; an action without words stands as it was recorded. */
export function actionText(t: TFunction<'activity'>, action: string): string {
  return t(`actions.${action}` as 'actions.bill.issued', { defaultValue: action });
}

/** What it was done to: the word for the table, with the number of the row where there is one. */
export function entityText(t: TFunction<'activity'>, type: string, id: number | null = null): string {
  const word = t(`entities.${type}` as 'entities.meter', { defaultValue: type });
  return id === null ? word : `${word} ${String(id)}`;
}

/** A person or a bank by name; the public page and the system itself have none. */
export function actorText(t: TFunction<'activity'>, { kind, name }: ActivityDto['actor']): string {
  return name ?? t(`actors.${kind}`);
}
