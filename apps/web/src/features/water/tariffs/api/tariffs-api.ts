import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  createTariff as create,
  proposeTariffVersion,
  exportTariffs as exportAll,
} from '@tirtapay/api-client';
import type { CreateTariffBody, ListTariffsData, ProposeVersionBody } from '@tirtapay/api-client';
import { getTariffOptions, listTariffsOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf, AS_FILE, saveExport } from '../../../../lib/api';

type TariffsQuery = NonNullable<ListTariffsData['query']>;

export const useTariffList = (query: TariffsQuery) =>
  useQuery({ ...listTariffsOptions({ query }), placeholderData: keepPreviousData });

export const useTariff = (id: number) => useQuery(getTariffOptions({ path: { id } }));

export const createTariff = (body: CreateTariffBody) => answerOf(create({ body, throwOnError: true }));

export const proposeVersion = ({ id, ...body }: ProposeVersionBody & { id: number }) =>
  answerOf(proposeTariffVersion({ path: { id }, body, throwOnError: true }));

export const exportTariffs = ({ page: _page, page_size: _size, ...query }: TariffsQuery) =>
  saveExport(exportAll({ query, ...AS_FILE }), 'tarif.csv');
