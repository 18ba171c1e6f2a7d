import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { exportActivity as exportAll } from '@tirtapay/api-client';
import type { ListActivityData } from '@tirtapay/api-client';
import { listActivityOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { AS_FILE, saveExport } from '../../../../lib/api';

type ActivityQuery = NonNullable<ListActivityData['query']>;

export const useActivity = (query: ActivityQuery) =>
  useQuery({ ...listActivityOptions({ query }), placeholderData: keepPreviousData });

export const exportActivity = ({ page: _page, page_size: _size, ...query }: ActivityQuery) =>
  saveExport(exportAll({ query, ...AS_FILE }), 'log-aktivitas.csv');
