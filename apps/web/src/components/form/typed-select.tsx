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
  /** False where the list is short enough to be looked through. */
  typing?: boolean;
}

/** The option the list on the screen stands on. */
function markedOption(input: HTMLInputElement): HTMLElement | null {
  const list = document.getElementById(input.getAttribute('aria-controls') ?? '');
  return list?.querySelector<HTMLElement>('[data-combobox-selected]') ?? null;
}

/**
 * A choice made by typing: Enter takes what is marked, or the first that fits while the list has not opened yet. A bare
 * Select looks for the chosen option a moment after it opened and, when there is none, forgets which one it has marked: on a
 * slow machine Enter then sent the form without the choice that stood on the screen.
 */
export function TypedSelect({ data, onChange, typing = true, ...rest }: TypedSelectProps) {
  const [typed, setTyped] = useState('');
  const take = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    const marked = markedOption(event.currentTarget);
    if (marked !== null) {
      event.preventDefault();
      // Or the list would take it a second time.
      event.stopPropagation();
      marked.click();
      return;
    }
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
      searchable={typing}
      selectFirstOptionOnChange={typing}
      allowDeselect={false}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={onChange}
      onKeyDownCapture={take}
    />
  );
}
