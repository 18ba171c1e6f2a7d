import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import classes from './figure.module.css';

interface FigureProps {
  label: string;
  value: ReactNode;
  hint?: ReactNode;
  /** The list of what this number counts. */
  to?: string;
}

/** One number that matters, with its name; a click shows the rows behind it. */
export function Figure({ label, value, hint, to }: FigureProps) {
  const body = (
    <>
      <Text component="span" size="sm" c="dimmed" display="block">
        {label}
      </Text>
      <span className={classes.value}>{value}</span>
      {hint !== undefined && (
        <Text component="span" size="xs" c="dimmed" display="block">
          {hint}
        </Text>
      )}
    </>
  );
  return to === undefined ? (
    <div className={classes.figure}>{body}</div>
  ) : (
    <Link to={to} className={classes.figure}>
      {body}
    </Link>
  );
}
