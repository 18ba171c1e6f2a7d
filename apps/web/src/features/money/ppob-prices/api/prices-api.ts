import { useQuery } from '@tanstack/react-query';
import { requestPpobPrices } from '@tirtapay/api-client';
import type { ChangePricesBody, RequestPpobPricesData } from '@tirtapay/api-client';
import { listPpobFeesOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../../lib/api';

export type ServiceCode = RequestPpobPricesData['path']['code'];

export const useFees = () => useQuery({ ...listPpobFeesOptions(), select: ({ data }) => data });

export const requestPrices = ({ code, body }: { code: ServiceCode; body: ChangePricesBody }) =>
  answerOf(requestPpobPrices({ path: { code }, body, throwOnError: true }));
