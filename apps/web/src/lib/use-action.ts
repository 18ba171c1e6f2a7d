import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { ApiProblem } from './api-problem';
import { isByHand } from './by-hand';

export interface ActionOptions<Input, Output> {
  perform: (input: Input) => Promise<Output>;
  /** What to tell the person when it is done. */
  done?: (output: Output) => string | undefined;
  onSuccess?: (output: Output, input: Input) => void;
  onError?: (error: Error) => void;
  /** `onError` says the refusal itself: it is not told once more when the action goes from the page. */
  onErrorTells?: boolean;
}

export type Action<Input, Output> = UseMutationResult<Output, Error, Input> & { run: (input: Input) => void };

/** How long the page takes to draw what it asked for again. */
const REDRAWN = 500;

/**
 * Whether a refusal says that the page is behind: somebody decided, closed or removed it meanwhile. Not a form that was
 * changed elsewhere: asked again it would begin anew, without what was typed and without a word of why.
 */
function showsOldState(error: Error): error is ApiProblem {
  return (
    error instanceof ApiProblem &&
    (error.status === 404 || error.status === 409) &&
    error.code !== 'version.conflict'
  );
}

/**
 * One write. A second click while the first is on its way does nothing, also within the same frame; nothing is
 * shown as done before the server says so; afterwards every figure on screen is asked again, also when the refusal says that
 * they are old. Where the action itself goes from the page by that, its refusal is still told; not to whoever read it and
 * closed it.
 */
export function useAction<Input, Output>(options: ActionOptions<Input, Output>): Action<Input, Output> {
  const queryClient = useQueryClient();
  const busy = useRef(false);
  const refused = useRef<ApiProblem>(undefined);
  useEffect(
    () => () => {
      if (refused.current !== undefined && !isByHand())
        notifications.show({
          title: refused.current.title,
          message: refused.current.detail ?? '',
          color: 'red',
        });
    },
    [],
  );
  const mutation = useMutation<Output, Error, Input>({
    mutationFn: options.perform,
    onSuccess: (output, input) => {
      void queryClient.invalidateQueries();
      const message = options.done?.(output);
      if (message) notifications.show({ message, color: 'teal' });
      options.onSuccess?.(output, input);
    },
    onError: (error) => {
      if (showsOldState(error)) {
        if (options.onErrorTells !== true) refused.current = error;
        void queryClient.invalidateQueries().finally(() => {
          setTimeout(() => {
            refused.current = undefined;
          }, REDRAWN);
        });
      }
      options.onError?.(error);
    },
    onSettled: () => {
      busy.current = false;
    },
  });
  const { mutate, reset } = mutation;
  const run = useCallback(
    (input: Input) => {
      if (busy.current) return;
      busy.current = true;
      mutate(input);
    },
    [mutate],
  );
  const forget = useCallback(() => {
    refused.current = undefined;
    reset();
  }, [reset]);
  return { ...mutation, reset: forget, run };
}
