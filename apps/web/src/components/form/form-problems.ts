import type { UseFormReturnType } from '@mantine/form';
import i18n from 'i18next';
import { ApiProblem, fieldPath } from '../../lib/api-problem';

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
    error.fieldErrors.map((field) => [fieldPath(field.pointer), fieldProblemText(field)]),
  );
  form.setErrors(errors);
  focusFirstError(form, errors);
  return Object.keys(errors).every((path) => form.getInputNode(path) !== null);
}

/** What is wrong with a field in the language of the page, where it has a word for it. */
function fieldProblemText({ code, message }: { code: string; message: string }): string {
  return i18n.t(`fieldProblem.${code}` as 'fieldProblem.differs', { defaultValue: message });
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
