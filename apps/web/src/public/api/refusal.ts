import { ApiProblem, OFFLINE } from '../../lib/api-problem';

/**
 * Whether a failed refresh makes what is on screen untrue (the server refused), rather than merely old (it could not
 * be asked).
 */
export function isRefusal(error: unknown): boolean {
  return error instanceof ApiProblem && error.code !== OFFLINE && error.status < 500 && error.status !== 429;
}
