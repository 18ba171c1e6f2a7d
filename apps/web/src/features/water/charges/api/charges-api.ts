import { useQuery } from '@tanstack/react-query';
import {
  billCharge,
  proposeCharge,
  retireCharge,
  type BillChargeBody,
  type ProposeChargeBody,
} from '@tirtapay/api-client';
import { getCustomerOptions, listChargesOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../../lib/api';

export const useCharges = () => useQuery(listChargesOptions());

export const usePayer = (id: number) => useQuery(getCustomerOptions({ path: { id } }));

export const askForPrice = (body: ProposeChargeBody) => answerOf(proposeCharge({ body, throwOnError: true }));

export const askForEnd = ({ id, reason }: { id: number; reason: string }) =>
  answerOf(retireCharge({ path: { id }, body: { reason }, throwOnError: true }));

export const bill = (body: BillChargeBody) => answerOf(billCharge({ body, throwOnError: true }));
