import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import {
  changeCustomer as change,
  changeCustomerState as changeState,
  correctCustomerMeter,
  correctLegacyNumber as correctNumber,
  getCustomer,
  installCustomerMeter,
  moveCustomers as move,
  previewMove,
  registerCustomer,
  replaceCustomerMeter,
} from '@tirtapay/api-client';
import type {
  ChangeCustomerBody,
  ChangeStateBody,
  CorrectMeterBody,
  InstallMeterBody,
  LegacyNumberBody,
  MoveCustomersBody,
  MoveTargetBody,
  RegisterCustomerBody,
  ReplaceMeterBody,
} from '@tirtapay/api-client';
import {
  getCustomerOptions,
  listBillsOptions,
  listCustomerHistoryOptions,
  listCustomerMetersOptions,
  listCustomersOptions,
  listInstalmentPlansOptions,
  listPaymentsOptions,
  listReadingsOptions,
} from '@tirtapay/api-client/@tanstack/react-query.gen';
import type { Asked } from '../../../../components/list-page/list-api';
import { answerOf } from '../../../../lib/api';

export const useCustomer = (id: number) => useQuery(getCustomerOptions({ path: { id } }));

/** Whoever is found by a name; asked while it is typed. */
export const useNamesakes = (name: string, enabled: boolean) =>
  useQuery({ ...listCustomersOptions({ query: { q: name, page_size: 25 } }), enabled });

export const fetchCustomer = (id: number) => answerOf(getCustomer({ path: { id }, throwOnError: true }));

export const createCustomer = (body: RegisterCustomerBody) =>
  answerOf(registerCustomer({ body, throwOnError: true }));

export const changeCustomer = ({ id, ...body }: ChangeCustomerBody & { id: number }) =>
  answerOf(change({ path: { id }, body, throwOnError: true }));

export const changeCustomerState = ({ id, ...body }: ChangeStateBody & { id: number }) =>
  answerOf(changeState({ path: { id }, body, throwOnError: true }));

/** Whoever the list would show. */
export const moveCustomers = ({ asked, ...body }: MoveCustomersBody & { asked: Asked }) =>
  answerOf(move({ query: asked, body, throwOnError: true }));

/** What a move of whoever the list would show would do; asked anew when any of it changes, and not without a place. */
export const useMovePreview = (asked: Asked, target: MoveTargetBody | null) =>
  useQuery({
    queryKey: ['previewMove', asked, target],
    queryFn:
      target === null
        ? skipToken
        : ({ signal }) => answerOf(previewMove({ query: asked, body: target, signal, throwOnError: true })),
    placeholderData: keepPreviousData,
    retry: false,
  });

export const useCustomerMeters = (id: number) => useQuery(listCustomerMetersOptions({ path: { id } }));

export const replaceMeter = ({ id, ...body }: ReplaceMeterBody & { id: number }) =>
  answerOf(replaceCustomerMeter({ path: { id }, body, throwOnError: true }));

export const correctMeter = ({ id, ...body }: CorrectMeterBody & { id: number }) =>
  answerOf(correctCustomerMeter({ path: { id }, body, throwOnError: true }));

/** Asks a second person. */
export const correctLegacyNumber = ({ id, ...body }: LegacyNumberBody & { id: number }) =>
  answerOf(correctNumber({ path: { id }, body, throwOnError: true }));

export const installMeter = ({ id, ...body }: InstallMeterBody & { id: number }) =>
  answerOf(installCustomerMeter({ path: { id }, body, throwOnError: true }));

export const useCustomerHistory = (id: number) =>
  useQuery(listCustomerHistoryOptions({ path: { id }, query: { page_size: 100 } }));

export const useCustomerBills = (id: number, page: number) =>
  useQuery({
    ...listBillsOptions({ query: { customer_id: id, sort: '-period', page, page_size: 25 } }),
    placeholderData: keepPreviousData,
  });

/** Plans that go on; whoever closes the connection is told of them. */
export const useRunningPlans = (id: number, allowed: boolean) =>
  useQuery({
    ...listInstalmentPlansOptions({ query: { customer_id: id, state: 'RUNNING,LATE' } }),
    enabled: allowed,
  });

export const useCustomerPayments = (id: number, page: number) =>
  useQuery({
    ...listPaymentsOptions({ query: { customer_id: id, sort: '-posted_at', page, page_size: 25 } }),
    placeholderData: keepPreviousData,
  });

/** The last verified readings, newest first; who may see readings sees them, also who may not record any. */
export const useCustomerUsage = (customerId: number) =>
  useQuery({
    ...listReadingsOptions({
      query: { customer_id: customerId, status: 'VERIFIED', sort: '-period', page_size: 12 },
    }),
    select: (page) => page.data,
  });
