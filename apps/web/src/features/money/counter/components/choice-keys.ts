import type { KeyboardEvent } from 'react';

/** Arrows go from one button to the next within the list that they happen in. */
export function moveWithArrows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const choices = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled)')];
  const at = choices.findIndex((choice) => choice === document.activeElement);
  const next = choices[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
