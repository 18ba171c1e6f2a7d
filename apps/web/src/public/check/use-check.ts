import type { PublicInquiryDto } from '@tirtapay/api-client';
import { customerKey } from '@tirtapay/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { ApiProblem } from '../../lib/api-problem';
import { publicApi } from '../api/call';
import { inquiryQuery } from '../api/queries';
import { useWaitingTime } from '../pieces/use-waiting-time';
import { readNumbers, withNumber, writeNumbers } from './remembered-numbers';

interface Request {
  number: string;
  remember: boolean;
  /** Of the meter; empty when they were not asked for. */
  digits?: string;
}

/** Answers while customer numbers are being guessed: the meter has to say who asks. */
const GUARDED: ReadonlySet<string> = new Set([
  'public.second_factor_required',
  'public.second_factor_wrong',
  'public.second_factor_locked',
]);

/** Asks for the bills of a number that passed the check digit, or of one an older system gave, and goes to them. */
export function useCheck() {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const busy = useRef(false);
  const [guarded, setGuarded] = useState(false);
  const mutation = useMutation({
    mutationFn: ({ number, digits = '' }: Request) =>
      publicApi.post<PublicInquiryDto>('/inquiries', {
        customer_number: number,
        ...(digits !== '' && { meter_digits: digits }),
      }),
    onSuccess: (inquiry, { remember }) => {
      const { customer_number: number, name } = inquiry.customer;
      const known = readNumbers();
      // A number already kept by consent moves to the front; a new one needs consent.
      if (remember || known.some((entry) => entry.number === number)) {
        writeNumbers(withNumber(known, { number, name }));
      }
      queryClient.setQueryData(inquiryQuery(inquiry.token).queryKey, inquiry);
      void navigate(`/t/${inquiry.token}`);
    },
    onError: (error) => {
      if (error instanceof ApiProblem && GUARDED.has(error.code)) setGuarded(true);
    },
    onSettled: () => {
      busy.current = false;
    },
  });
  const left = useWaitingTime(mutation.error);
  const { mutate } = mutation;
  return {
    error: mutation.error,
    pending: mutation.isPending,
    left,
    /** The digits of the meter were asked for on this page. */
    guarded,
    forget: mutation.reset,
    /** Sends the number when it can be right at all; otherwise says what is wrong with it. */
    check: (request: Request) => {
      const key = customerKey(request.number);
      if (key.kind === 'NEITHER') return key.reason;
      if (!busy.current && left === 0) {
        busy.current = true;
        mutate({ ...request, number: key.value });
      }
      return undefined;
    },
  };
}
