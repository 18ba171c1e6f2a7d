import { Title } from '@mantine/core';
import type { CSSProperties, ReactNode } from 'react';
import { useId } from 'react';
import classes from './page.module.css';

interface PanelProps {
  title?: string;
  action?: ReactNode;
  children: ReactNode;
}

/** A titled part of a page. */
export function Panel({ title, action, children }: PanelProps) {
  const id = useId();
  return (
    <section className={classes.panel} {...(title !== undefined && { 'aria-labelledby': id })}>
      {title !== undefined && (
        <div className={classes.panelTitle}>
          <Title order={2} size="h5" id={id}>
            {title}
          </Title>
          {action}
        </div>
      )}
      {children}
    </section>
  );
}

/** Equal parts, as many in a row as fit. */
export function PanelGrid({ min = 260, children }: { min?: number; children: ReactNode }) {
  return (
    <div className={classes.grid} style={{ '--grid-min': `${String(min)}px` } as CSSProperties}>
      {children}
    </div>
  );
}

/** A wide part and a narrow one; one below the other on small screens. */
export function Split({ children }: { children: ReactNode }) {
  return <div className={classes.split}>{children}</div>;
}

/** Names and values of one thing. */
export function Fields({ rows }: { rows: { label: string; value: ReactNode }[] }) {
  return (
    <dl className={classes.fields}>
      {rows.map((row) => (
        <div key={row.label}>
          <dt>{row.label}</dt>
          <dd>{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}
