import { Select, type SelectProps } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';

interface TypedSelectProps extends Omit<
  SelectProps,
  | 'data'
  | 'onChange'
  | 'searchable'
  | 'searchValue'
  | 'onSearchChange'
  | 'selectFirstOptionOnChange'
  | 'allowDeselect'
> {
  data: readonly { readonly value: string; readonly label: string }[];
  onChange: (value: string | null) => void;
}

/** Whether the list is on the screen and stands on an option, which Enter then takes by itself. */
function standsOnOption(input: HTMLInputElement): boolean {
  const list = document.getElementById(input.getAttribute('aria-controls') ?? '');
  return list?.querySelector('[data-combobox-selected]') != null;
}

/**
 * A choice made by typing: Enter takes the first that fits. The list opens a moment after the first key; whoever types
 * faster than that gets the same choice, where a bare Select would send the form without one.
 */
export function TypedSelect({ data, onChange, onKeyDown, ...rest }: TypedSelectProps) {
  const [typed, setTyped] = useState('');
  const takeFirst = (event: KeyboardEvent<HTMLInputElement>) => {
    onKeyDown?.(event);
    if (event.key !== 'Enter' || standsOnOption(event.currentTarget)) return;
    const wanted = typed.trim().toLowerCase();
    const chosen = data.find(({ value }) => value === rest.value);
    if (wanted === '' || chosen?.label === typed) return;
    const first = data.find(({ label }) => label.toLowerCase().includes(wanted));
    if (first === undefined) return;
    event.preventDefault();
    onChange(first.value);
  };
  return (
    <Select
      {...rest}
      data={data}
      searchable
      selectFirstOptionOnChange
      allowDeselect={false}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={onChange}
      onKeyDown={takeFirst}
    />
  );
}
