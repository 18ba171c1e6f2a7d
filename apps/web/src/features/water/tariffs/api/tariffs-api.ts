import { useQuery } from '@tanstack/react-query';
import {
  changeTariff as change,
  changeTariffThresholds,
  createTariff as create,
  proposeTariffVersion,
} from '@tirtapay/api-client';
import type {
  ChangeTariffBody,
  ChangeThresholdsBody,
  CreateTariffBody,
  ProposeVersionBody,
} from '@tirtapay/api-client';
import { getTariffOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../../lib/api';

export const useTariff = (id: number) => useQuery(getTariffOptions({ path: { id } }));

export const createTariff = (body: CreateTariffBody) => answerOf(create({ body, throwOnError: true }));

export const changeTariff = ({ id, ...body }: ChangeTariffBody & { id: number }) =>
  answerOf(change({ path: { id }, body, throwOnError: true }));

export const changeThresholds = ({ id, ...body }: ChangeThresholdsBody & { id: number }) =>
  answerOf(changeTariffThresholds({ path: { id }, body, throwOnError: true }));

export const proposeVersion = ({ id, ...body }: ProposeVersionBody & { id: number }) =>
  answerOf(proposeTariffVersion({ path: { id }, body, throwOnError: true }));
