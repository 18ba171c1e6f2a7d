import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  changeRegion as change,
  createRegion as create,
  createRoute as createRouteOf,
  exportRegions as exportAll,
} from '@tirtapay/api-client';
import type {
  ChangeRegionBody,
  CreateRegionBody,
  CreateRouteBody,
  ListRegionsData,
} from '@tirtapay/api-client';
import { listRegionsOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf, AS_FILE, saveExport } from '../../../../lib/api';

type RegionsQuery = NonNullable<ListRegionsData['query']>;

export const useRegionList = (query: RegionsQuery) =>
  useQuery({ ...listRegionsOptions({ query }), placeholderData: keepPreviousData });

export const createRegion = (body: CreateRegionBody) => answerOf(create({ body, throwOnError: true }));

export const changeRegion = ({ id, ...body }: ChangeRegionBody & { id: number }) =>
  answerOf(change({ path: { id }, body, throwOnError: true }));

export const createRoute = ({ regionId, ...body }: CreateRouteBody & { regionId: number }) =>
  answerOf(createRouteOf({ path: { id: regionId }, body, throwOnError: true }));

export const exportRegions = ({ page: _page, page_size: _size, ...query }: RegionsQuery) =>
  saveExport(exportAll({ query, ...AS_FILE }), 'wilayah.csv');
