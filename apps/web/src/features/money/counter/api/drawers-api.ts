import { useQuery } from '@tanstack/react-query';
import {
  changeDrawer as change,
  createDrawer as create,
  depositDrawer,
  floatDrawer,
  requestDrawerDifference,
  requestDrawerFee,
  requestMoveCorrection,
} from '@tirtapay/api-client';
import type {
  ChangeDrawerBody,
  CorrectMoveBody,
  CreateDrawerBody,
  DepositDrawerBody,
  DrawerDifferenceBody,
  DrawerFeeBody,
  FloatDrawerBody,
} from '@tirtapay/api-client';
import { getDrawerOptions, listPayPointsOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../../lib/api';

export const useDrawer = (id: number) => useQuery(getDrawerOptions({ path: { id } }));

/** Where a drawer may stand. */
export const usePayPoints = (enabled: boolean) =>
  useQuery({
    enabled,
    ...listPayPointsOptions({ query: { active: true, page_size: 100, sort: 'name' } }),
    select: ({ data }) => data,
  });

export const createDrawer = (body: CreateDrawerBody) => answerOf(create({ body, throwOnError: true }));

export const changeDrawer = ({ id, body }: { id: number; body: ChangeDrawerBody }) =>
  answerOf(change({ path: { id }, body, throwOnError: true }));

export const deposit = ({ id, body }: { id: number; body: DepositDrawerBody }) =>
  answerOf(depositDrawer({ path: { id }, body, throwOnError: true }));

export const putFloat = ({ id, body }: { id: number; body: FloatDrawerBody }) =>
  answerOf(floatDrawer({ path: { id }, body, throwOnError: true }));

export const requestDifference = ({ id, body }: { id: number; body: DrawerDifferenceBody }) =>
  answerOf(requestDrawerDifference({ path: { id }, body, throwOnError: true }));

export const requestFee = ({ id, body }: { id: number; body: DrawerFeeBody }) =>
  answerOf(requestDrawerFee({ path: { id }, body, throwOnError: true }));

export const correctMove = ({ id, ...body }: CorrectMoveBody & { id: number }) =>
  answerOf(requestMoveCorrection({ path: { id }, body, throwOnError: true }));
