import type { ReactNode } from 'react';
import classes from './waiting.module.css';

interface SkeletonProps {
  /** Pixels; left out, as high as what it covers. */
  height?: number;
  width?: number | string;
  visible?: boolean;
  className?: string | undefined;
  children?: ReactNode;
}

/** The place of what is not there yet. */
export function Skeleton({ height, width, visible = true, className, children }: SkeletonProps) {
  return (
    <div
      className={className === undefined ? classes.skeleton : `${String(classes.skeleton)} ${className}`}
      data-visible={visible || undefined}
      style={{ height, width }}
    >
      {children}
    </div>
  );
}

/** Something is being asked. */
export function Loader() {
  return <span className={classes.loader} />;
}
