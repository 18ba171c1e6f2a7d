import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';

export interface ActionOptions<Input, Output> {
  perform: (input: Input) => Promise<Output>;
  /** What to tell the person when it is done. */
  done?: (output: Output) => string | undefined;
  onSuccess?: (output: Output, input: Input) => void;
  onError?: (error: Error) => void;
}

export type Action<Input, Output> = UseMutationResult<Output, Error, Input> & { run: (input: Input) => void };

/**
 * One write. A second click while the first is on its way does nothing, also within the same frame; nothing is
 * shown as done before the server says so; afterwards every figure on screen is asked again.
 */
export function useAction<Input, Output>(options: ActionOptions<Input, Output>): Action<Input, Output> {
  const queryClient = useQueryClient();
  const busy = useRef(false);
  const mutation = useMutation<Output, Error, Input>({
    mutationFn: options.perform,
    onSuccess: (output, input) => {
      void queryClient.invalidateQueries();
      const message = options.done?.(output);
      if (message) notifications.show({ message, color: 'teal' });
      options.onSuccess?.(output, input);
    },
    ...(options.onError && { onError: options.onError }),
    onSettled: () => {
      busy.current = false;
    },
  });
  const { mutate } = mutation;
  const run = useCallback(
    (input: Input) => {
      if (busy.current) return;
      busy.current = true;
      mutate(input);
    },
    [mutate],
  );
  return { ...mutation, run };
}
