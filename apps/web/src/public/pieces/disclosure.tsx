import type { ReactNode } from 'react';
import { Icon } from '../../components/icon';
import classes from './pieces.module.css';

/** The browser's own disclosure: works by keyboard, is found by search in the page, needs no script. */
export function Disclosure({
  label,
  open,
  children,
}: {
  label: ReactNode;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details className={classes.disclosure} open={open}>
      <summary>
        {label}
        <Icon name="chevron" size={18} />
      </summary>
      {children}
    </details>
  );
}
