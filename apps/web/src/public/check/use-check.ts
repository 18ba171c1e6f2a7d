import type { PublicInquiryDto } from '@tirtapay/api-client';
import { normalizeCustomerNumber } from '@tirtapay/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import { publicApi } from '../api/call';
import { inquiryQuery } from '../api/queries';
import { useWaitingTime } from '../pieces/use-waiting-time';
import { readNumbers, withNumber, writeNumbers } from './remembered-numbers';

interface Request {
  number: string;
  remember: boolean;
}

/** Asks for the bills of a number that passed the check digit, and goes to them. */
export function useCheck() {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const busy = useRef(false);
  const mutation = useMutation({
    mutationFn: ({ number }: Request) =>
      publicApi.post<PublicInquiryDto>('/inquiries', { customer_number: number }),
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
    forget: mutation.reset,
    /** Sends the number when it can be right at all; otherwise says what is wrong with it. */
    check: (request: Request) => {
      const normalized = normalizeCustomerNumber(request.number);
      if (!normalized.ok) return normalized.reason;
      if (!busy.current && left === 0) {
        busy.current = true;
        mutate({ ...request, number: normalized.value });
      }
      return undefined;
    },
  };
}
