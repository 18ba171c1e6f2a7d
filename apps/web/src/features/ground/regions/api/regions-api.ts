import {
  changeRegion as change,
  changeRoute,
  createRegion as create,
  createRoute as createRouteOf,
} from '@tirtapay/api-client';
import type {
  ChangeRegionBody,
  ChangeRouteBody,
  CreateRegionBody,
  CreateRouteBody,
} from '@tirtapay/api-client';
import { answerOf } from '../../../../lib/api';

export const createRegion = (body: CreateRegionBody) => answerOf(create({ body, throwOnError: true }));

export const changeRegion = ({ id, ...body }: ChangeRegionBody & { id: number }) =>
  answerOf(change({ path: { id }, body, throwOnError: true }));

export const createRoute = ({ regionId, ...body }: CreateRouteBody & { regionId: number }) =>
  answerOf(createRouteOf({ path: { id: regionId }, body, throwOnError: true }));

export const renameRoute = ({
  regionId,
  routeId,
  ...body
}: ChangeRouteBody & { regionId: number; routeId: number }) =>
  answerOf(changeRoute({ path: { id: regionId, routeId }, body, throwOnError: true }));
