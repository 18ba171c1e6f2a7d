import type { Ref } from 'react';
import classes from './pieces.module.css';

/** A long number in groups of four for the eye; selected or copied it is digits only. */
export function Digits({ value, ref }: { value: string; ref?: Ref<HTMLSpanElement> }) {
  return (
    <span className={classes.digits} ref={ref}>
      {value.match(/.{1,4}/g)?.map((group, index) => (
        <span key={index}>{group}</span>
      ))}
    </span>
  );
}
