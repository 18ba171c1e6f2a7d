import type { UseFormReturnType } from '@mantine/form';
import type { SubmitEvent } from 'react';
import { useState } from 'react';
import { useAction } from '../../lib/use-action';
import type { Action, ActionOptions } from '../../lib/use-action';
import { focusFirstError, showFieldProblems } from './form-problems';

interface FormActionOptions<Values, Input, Output> extends ActionOptions<Input, Output> {
  /** What the typed values ask of the server. */
  asks: (values: Values) => NoInfer<Input>;
}

interface FormAction<Input, Output> {
  action: Action<Input, Output>;
  /** For `FormDialog`, or one by one for a form of its own. */
  sending: {
    onSubmit: (event?: SubmitEvent<HTMLFormElement>) => void;
    pending: boolean;
    /** What no field could show. */
    error: unknown;
  };
}

/**
 * A form and the one write it makes: what is wrong stands at the field it is about, whether the page or the server says so,
 * and the cursor goes there; only what no field can show is left over.
 */
export function useFormAction<Values extends Record<string, unknown>, Input, Output>(
  form: UseFormReturnType<Values>,
  { asks, ...options }: FormActionOptions<Values, Input, Output>,
): FormAction<Input, Output> {
  const [explained, setExplained] = useState(true);
  const action = useAction({
    ...options,
    onError: (error) => {
      setExplained(showFieldProblems(form, error));
      options.onError?.(error);
    },
  });
  const onSubmit = form.onSubmit(
    (values) => {
      action.run(asks(values));
    },
    (errors) => {
      focusFirstError(form, errors);
    },
  );
  return {
    action,
    sending: { onSubmit, pending: action.isPending, error: explained ? undefined : action.error },
  };
}
