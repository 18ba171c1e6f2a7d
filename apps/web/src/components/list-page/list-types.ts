import type { ReactNode } from 'react';

export interface ListColumn<T> {
  /** Name of the column; also the key the API sorts by when `sortable`. */
  key: string;
  title: string;
  render: (row: T) => ReactNode;
  align?: 'left' | 'right' | 'center';
  sortable?: boolean;
  /** Not shown until the person asks for it. */
  optional?: boolean;
  /** Cannot be hidden: it names the row and links to it. */
  locked?: boolean;
  width?: number;
  /** Long text breaks into lines or is cut at `width`; everything else stays on one line in full. */
  overflow?: 'wrap' | 'cut';
}

export type ListFilter =
  | { kind: 'choice'; name: string; label: string; options: { value: string; label: string }[] }
  | { kind: 'period' | 'date'; name: string; label: string }
  /** Typed in full, taken with Enter: the API compares it as a whole or from its beginning. */
  | { kind: 'text'; name: string; label: string }
  /** Only set by a link into the list; shown as a chip that can be taken away. */
  | { kind: 'linked'; name: string; label: string; text: (value: string) => string };
