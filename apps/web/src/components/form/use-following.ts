import type { UseFormReturnType } from '@mantine/form';
import { useEffect, useState } from 'react';

/**
 * A form about a stored row follows it while nothing is typed, and after its own save (`resetDirty`). What is typed is never
 * taken away because somebody else saved: it is sent with the version it was typed over, and the server says who was first.
 * @returns the row as the form was filled from it
 */
export function useFollowing<
  Row extends { readonly version: number },
  Values extends Record<string, unknown>,
>(form: UseFormReturnType<Values>, row: Row, valuesOf: (row: Row) => Values): Row {
  const [base, setBase] = useState(row);
  if (base.version !== row.version && !form.isDirty()) setBase(row);
  useEffect(() => {
    const values = valuesOf(base);
    form.setInitialValues(values);
    form.setValues(values);
    // Only another row fills the form anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [base.version]);
  return base;
}
