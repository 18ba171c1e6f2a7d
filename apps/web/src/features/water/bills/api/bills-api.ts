import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { exportBills as exportAll } from '@tirtapay/api-client';
import type { ListBillsData } from '@tirtapay/api-client';
import { getBillOptions, listBillsOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { AS_FILE, saveExport } from '../../../../lib/api';

type BillsQuery = NonNullable<ListBillsData['query']>;

export const useBills = (query: BillsQuery) =>
  useQuery({ ...listBillsOptions({ query }), placeholderData: keepPreviousData });

export const useBill = (id: number) => useQuery(getBillOptions({ path: { id } }));

export const exportBills = ({ page: _page, page_size: _size, ...query }: BillsQuery) =>
  saveExport(exportAll({ query, ...AS_FILE }), 'rekening.csv');
