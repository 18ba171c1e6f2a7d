import { Group, Table, VisuallyHidden } from '@mantine/core';
import type { TableProps } from '@mantine/core';
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import classes from './wide-table.module.css';

interface WideTableProps extends TableProps {
  label: string;
  /** Below this width (px) the table scrolls inside its frame instead of squeezing its columns. */
  minWidth: number;
  maxHeight?: number;
  /** On a phone each row is a card: nothing of it lies beyond the edge. For rows that are read one by one, not compared. */
  cards?: boolean;
}

/** On a card the name of its column stands beside each value; the first cell is what the card is about. */
function nameCells(table: HTMLTableElement): void {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])].map((head) => head.textContent);
  const rows = [...table.tBodies, table.tFoot].flatMap((part) => [...(part?.rows ?? [])]);
  for (const row of rows) {
    let column = 0;
    for (const cell of row.cells) {
      cell.dataset.label = column === 0 || cell.colSpan > 1 ? '' : (heads[column] ?? '');
      cell.dataset.heads = String(column === 0);
      column += cell.colSpan;
    }
  }
}

/** A table that may be wider than the screen: the frame scrolls, also by keyboard, and the page does not. */
export function WideTable({ label, minWidth, maxHeight, cards = false, ...table }: WideTableProps) {
  const drawn = useRef<HTMLTableElement>(null);
  // After every drawing: rows come and go, and the language may have changed.
  useLayoutEffect(() => {
    if (cards && drawn.current) nameCells(drawn.current);
  });
  return (
    <Table.ScrollContainer
      minWidth={minWidth}
      type="native"
      role="region"
      aria-label={label}
      tabIndex={0}
      // Keeps hidden header texts, which are positioned absolutely, inside the scrolling frame.
      pos="relative"
      className={cards ? `${classes.scrolls} ${classes.cards}` : classes.scrolls}
      {...(maxHeight !== undefined && { maxHeight })}
    >
      <Table ref={drawn} aria-label={label} {...table} />
    </Table.ScrollContainer>
  );
}

/** Above the cells of `RowActions`. @param hidden where the buttons say it themselves */
export function ActionsHead({ label, hidden = false }: { label: string; hidden?: boolean }) {
  return (
    <Table.Th className={classes.actions}>
      {hidden ? <VisuallyHidden>{label}</VisuallyHidden> : label}
    </Table.Th>
  );
}

/** What can be done with a row: one beside the other, or one below the other where it is narrow, and never out of sight. */
export function RowActions({ children }: { children: ReactNode }) {
  return (
    <Table.Td className={classes.actions}>
      <Group gap={6}>{children}</Group>
    </Table.Td>
  );
}
