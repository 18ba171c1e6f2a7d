import { QueryClient } from '@tanstack/react-query';
import { ApiProblem, OFFLINE } from './api-problem';

/**
 * A refusal is an answer: only a lost connection or a fault of the server is worth asking again, and a report behind another of
 * the same person, which is over in a moment.
 */
function isWorthRetrying(failures: number, error: unknown): boolean {
  if (failures >= 2) return false;
  if (!(error instanceof ApiProblem)) return true;
  return error.code === OFFLINE || error.code === 'report.busy' || error.status >= 502;
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Offline is told at once instead of waiting silently for a connection.
      queries: { staleTime: 15_000, retry: isWorthRetrying, networkMode: 'always' },
      // Money is never sent twice by the machine: a person repeats, with the same idempotency key.
      // For the same reason no write waits for the connection to come back and then sends itself.
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
