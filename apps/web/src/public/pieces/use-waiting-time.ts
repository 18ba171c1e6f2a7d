import { useEffect, useState } from 'react';
import { ApiProblem } from '../../lib/api-problem';

/** Seconds still to wait after a "too many" refusal; counts down so that the button can say so. */
export function useWaitingTime(error: unknown): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const seconds = error instanceof ApiProblem ? (error.retryAfter ?? 0) : 0;
    const until = performance.now() + seconds * 1000;
    const update = () => {
      setLeft(Math.max(0, Math.ceil((until - performance.now()) / 1000)));
    };
    update();
    if (seconds <= 0) return undefined;
    const timer = setInterval(update, 1000);
    return () => {
      clearInterval(timer);
    };
  }, [error]);
  return left;
}
