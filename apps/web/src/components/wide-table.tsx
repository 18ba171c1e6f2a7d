import { Table } from '@mantine/core';
import type { TableProps } from '@mantine/core';

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
