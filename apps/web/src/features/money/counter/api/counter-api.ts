import { useQuery } from '@tanstack/react-query';
import {
  beginCounterCheckout,
  closeShift,
  closeShiftForCashier,
  findCounterCustomers,
  getBasket,
  getCounterSheets,
  handBackSale,
  handOverShift,
  openShift,
  printClosingSheet,
  reportWrongCounterPayment,
  reverseCounterPayment,
  sellBasket,
} from '@tirtapay/api-client';
import type {
  CounterCheckoutBody,
  CountBody,
  HandOverBody,
  OpenShiftBody,
  ReverseSaleBody,
} from '@tirtapay/api-client';
import {
  getCounterCheckoutOptions,
  getOwnShiftOptions,
  getPaymentOptions,
  getPpobSaleOptions,
  getShiftOptions,
  listCounterBanksOptions,
  listDrawersOptions,
} from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf, AS_FILE } from '../../../../lib/api';
import type { CounterServer } from '../basket/sell-basket';

/** The customer scans while the cashier looks: the screen turns by itself within moments. */
const CHECKOUT_MILLISECONDS = 1_500;

export const useOwnShift = () => useQuery({ ...getOwnShiftOptions(), select: ({ shift }) => shift });

export const useShift = (id: number) => useQuery(getShiftOptions({ path: { id } }));

/** What one payment came to: of a shift that is yet to be counted it stands in no list. */
export const usePaymentAmount = (id: number) =>
  useQuery({
    ...getPaymentOptions({ path: { id } }),
    select: ({ total_amount: total }) => total,
  }).data;

/** What one sale came to, asked for when it is about to be handed back. */
export const useSaleAmount = (id: number, enabled: boolean) =>
  useQuery({
    ...getPpobSaleOptions({ path: { id } }),
    enabled,
    select: ({ total_amount: total }) => total,
  }).data;

/** Drawers nobody has: one of them is opened. */
export const useFreeDrawers = () =>
  useQuery({
    ...listDrawersOptions({ query: { active: true, in_use: false, page_size: 100, sort: 'code' } }),
    select: ({ data }) => data,
  });

export const openOwnShift = (body: OpenShiftBody) => answerOf(openShift({ body, throwOnError: true }));

export const closeOwnShift = ({ id, body }: { id: number; body: CountBody }) =>
  answerOf(closeShift({ path: { id }, body, throwOnError: true }));

export const closeForCashier = ({ id, body }: { id: number; body: CountBody }) =>
  answerOf(closeShiftForCashier({ path: { id }, body, throwOnError: true }));

export const handOver = ({ id, body }: { id: number; body: HandOverBody }) =>
  answerOf(handOverShift({ path: { id }, body, throwOnError: true }));

export async function closingSheet(id: number): Promise<Blob> {
  const sheet: unknown = await answerOf(printClosingSheet({ path: { id }, ...AS_FILE }));
  return sheet as Blob;
}

export const findCustomers = (q: string) =>
  answerOf(findCounterCustomers({ query: { q }, throwOnError: true }));

export const readSheets = (number: string) =>
  answerOf(getCounterSheets({ path: { number }, throwOnError: true }));

export const SERVER: CounterServer = {
  sell: (body) => answerOf(sellBasket({ body, throwOnError: true })),
  find: (id) => answerOf(getBasket({ path: { id }, throwOnError: true })),
  wait: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1_000)),
};

export const reverseSale = ({ id, body }: { id: number; body: ReverseSaleBody }) =>
  answerOf(reverseCounterPayment({ path: { id }, body, throwOnError: true }));

export const reportWrongSale = ({ id, reason }: { id: number; reason: string }) =>
  answerOf(reportWrongCounterPayment({ path: { id }, body: { reason }, throwOnError: true }));

export const handBack = (id: number) => answerOf(handBackSale({ path: { id }, throwOnError: true }));

export const useCounterBanks = () =>
  useQuery({ ...listCounterBanksOptions(), staleTime: 60_000, select: ({ data }) => data });

export const beginCheckout = (body: CounterCheckoutBody) =>
  answerOf(beginCounterCheckout({ body, throwOnError: true }));

export const useCheckout = (token: string | null) =>
  useQuery({
    ...getCounterCheckoutOptions({ path: { token: token ?? '' } }),
    enabled: token !== null,
    refetchInterval: ({ state }) =>
      state.data === undefined || state.data.status === 'PENDING' ? CHECKOUT_MILLISECONDS : false,
  });
