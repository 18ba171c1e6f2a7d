import type { UseFormReturnType } from '@mantine/form';
import { ApiProblem, fieldPath } from '../../lib/api-problem';
import { fieldText } from '../../lib/field-words';

/**
 * Puts the server's objections on the fields they are about and moves the cursor to the first.
 * Answers whether every objection found its field, so that the form needs no general message.
 */
export function showFieldProblems<V extends Record<string, unknown>>(
  form: UseFormReturnType<V>,
  error: unknown,
): boolean {
  if (!(error instanceof ApiProblem) || error.fieldErrors.length === 0) return false;
  const errors = Object.fromEntries(
    error.fieldErrors.map((field) => [fieldPath(field.pointer), fieldText(field)]),
  );
  form.setErrors(errors);
  focusFirstError(form, errors);
  return Object.keys(errors).every((path) => form.getInputNode(path) !== null);
}

/** For `form.onSubmit`'s second argument: the cursor goes to the first field that is wrong. */
export function focusFirstError<V extends Record<string, unknown>>(
  form: UseFormReturnType<V>,
  errors: Record<string, unknown>,
): void {
  for (const path of Object.keys(errors)) {
    const node = form.getInputNode(path);
    if (node) {
      node.focus();
      return;
    }
  }
}
