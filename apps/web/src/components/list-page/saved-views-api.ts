import { useQuery } from '@tanstack/react-query';
import { changeListView, removeListView, saveListView } from '@tirtapay/api-client';
import type { ChangeListViewBody, SaveListViewBody } from '@tirtapay/api-client';
import { getListViewsOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../lib/api';

export const useListViews = (list: string) => useQuery(getListViewsOptions({ query: { list } }));

export async function saveView(body: SaveListViewBody): Promise<void> {
  await saveListView({ body, throwOnError: true });
}

export async function changeView({ id, ...body }: ChangeListViewBody & { id: number }): Promise<void> {
  await changeListView({ path: { id }, body, throwOnError: true });
}

export const removeView = (id: number) => answerOf(removeListView({ path: { id }, throwOnError: true }));
