import { useQuery } from '@tanstack/react-query';
import { requestPpobPrices, switchPpobService } from '@tirtapay/api-client';
import type { ChangePricesBody, RequestPpobPricesData, SwitchServiceBody } from '@tirtapay/api-client';
import { listPpobFeesOptions, listPpobServicesOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../../lib/api';

export type ServiceCode = RequestPpobPricesData['path']['code'];

export const useFees = () => useQuery({ ...listPpobFeesOptions(), select: ({ data }) => data });

/** What is sold at all, with the version its switch is changed from. */
export const useServices = () => useQuery({ ...listPpobServicesOptions(), select: ({ data }) => data });

export const switchService = ({ service, ...body }: SwitchServiceBody & { service: ServiceCode }) =>
  answerOf(switchPpobService({ path: { code: service }, body, throwOnError: true }));

export const requestPrices = ({ code, body }: { code: ServiceCode; body: ChangePricesBody }) =>
  answerOf(requestPpobPrices({ path: { code }, body, throwOnError: true }));
