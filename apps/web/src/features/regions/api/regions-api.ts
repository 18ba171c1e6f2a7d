import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  changeRegion as change,
  createRegion as create,
  createRoute as createRouteOf,
} from '@tirtapay/api-client';
import type {
  ChangeRegionBody,
  CreateRegionBody,
  CreateRouteBody,
  ListRegionsData,
} from '@tirtapay/api-client';
import { listRegionsOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../lib/api';

export const useRegionList = (query: NonNullable<ListRegionsData['query']>) =>
  useQuery({ ...listRegionsOptions({ query }), placeholderData: keepPreviousData });

export const createRegion = (body: CreateRegionBody) => answerOf(create({ body, throwOnError: true }));

export const changeRegion = ({ id, ...body }: ChangeRegionBody & { id: number }) =>
  answerOf(change({ path: { id }, body, throwOnError: true }));

export const createRoute = ({ regionId, ...body }: CreateRouteBody & { regionId: number }) =>
  answerOf(createRouteOf({ path: { id: regionId }, body, throwOnError: true }));
