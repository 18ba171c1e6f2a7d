import type { UseFormReturnType } from '@mantine/form';
import { useEffect, useState } from 'react';

/** What a form holds when another version of its row arrives: of every field that was typed in, what was typed. */
export function underTyped<Values extends Record<string, unknown>>(
  next: Values,
  { typed, from }: { typed: Values; from: Values },
): Values {
  const changed = Object.entries(typed).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(from[name]),
  );
  return { ...next, ...Object.fromEntries(changed) };
}

/**
 * A form about a stored row follows it while nothing is typed. What is typed is never taken away because somebody else saved:
 * it is sent with the version it was typed over, and the server says who was first. The answer to one's own save is taken
 * over at once, also under what is typed by then: the next save comes after no change of somebody else's.
 * @returns the row as the form was filled from it, and what takes over the answer
 */
export function useFollowing<
  Row extends { readonly version: number },
  Values extends Record<string, unknown>,
>(
  form: UseFormReturnType<Values>,
  row: Row,
  valuesOf: (row: Row) => Values,
): readonly [Row, (answer: Row) => void] {
  const [base, setBase] = useState(row);
  // Never an older one: what was asked for before one's own save may still stand on the page.
  if (row.version > base.version && !form.isDirty()) setBase(row);
  useEffect(() => {
    const values = valuesOf(base);
    const filled = underTyped(values, { typed: form.getValues(), from: form.getInitialValues() });
    form.setInitialValues(values);
    form.setValues(filled);
    // Only another row fills the form anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [base.version]);
  return [base, setBase];
}
