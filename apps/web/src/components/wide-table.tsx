import { Group, Table, VisuallyHidden } from '@mantine/core';
import type { TableProps } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './wide-table.module.css';

interface WideTableProps extends TableProps {
  label: string;
  /** Below this width (px) the table scrolls inside its frame instead of squeezing its columns. */
  minWidth: number;
  maxHeight?: number;
}

/** A table that may be wider than the screen: the frame scrolls, also by keyboard, and the page does not. */
export function WideTable({ label, minWidth, maxHeight, ...table }: WideTableProps) {
  return (
    <Table.ScrollContainer
      minWidth={minWidth}
      type="native"
      role="region"
      aria-label={label}
      tabIndex={0}
      // Keeps hidden header texts, which are positioned absolutely, inside the scrolling frame.
      pos="relative"
      {...(maxHeight !== undefined && { maxHeight })}
    >
      <Table aria-label={label} {...table} />
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
