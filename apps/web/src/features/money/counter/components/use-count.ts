import type { CountBody } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../../lib/api-problem';
import { countedOf } from './pieces-count';
import type { TypedPieces } from './pieces-count';

const LEAST_REASON = 5;

interface Difference {
  /** Counted − expected. */
  readonly amount: number;
  /** What a cashier answers for alone; null when the server did not say. */
  readonly limit: number | null;
}

export interface Count {
  readonly typed: TypedPieces;
  readonly setTyped: (typed: TypedPieces) => void;
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  /** Known once a first count did not agree with the books; until then the count is blind. */
  readonly difference: Difference | null;
  readonly problem: string | null;
  /** What is sent; null when it cannot be, and `problem` says why. */
  readonly read: () => CountBody | null;
  /** @returns whether the refusal was about the difference and is told by `difference` */
  readonly refused: (error: unknown) => boolean;
}

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** A count of a drawer: typed without knowing what is expected, explained when it differs. */
export function useCount(): Count {
  const { t } = useTranslation('counter');
  const { t: common } = useTranslation();
  const [typed, setTyped] = useState<TypedPieces>({});
  const [reason, setReason] = useState('');
  const [difference, setDifference] = useState<Difference | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  return {
    typed,
    setTyped: (next) => {
      setProblem(null);
      // Counted anew, it is blind again; only a count that differs asks for a reason.
      setDifference(null);
      setTyped(next);
    },
    reason,
    setReason,
    difference,
    problem,
    read: () => {
      const counted = countedOf(typed);
      const why = reason.trim();
      const objection =
        counted === null
          ? t('count.wrong')
          : difference !== null && why.length < LEAST_REASON
            ? `${t('close.reason')}: ${common('form.tooShort', { min: LEAST_REASON })}`
            : null;
      setProblem(objection);
      if (counted === null || objection !== null) return null;
      return { counted, ...(difference !== null && { reason: why }) };
    },
    refused: (error) => {
      if (!(error instanceof ApiProblem)) return false;
      const amount = numberOf(error.extensions.difference);
      if (amount === null) return false;
      setDifference({ amount, limit: numberOf(error.extensions.limit) ?? difference?.limit ?? null });
      return error.code === 'counter.reason_needed';
    },
  };
}
