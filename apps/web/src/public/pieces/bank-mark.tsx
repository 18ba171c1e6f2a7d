import classes from './pieces.module.css';

/** The bank's short name as a mark: its own logo would be a picture of somebody else's, from somewhere else. */
export function BankMark({ code }: { code: string }) {
  return (
    <span className={classes.bankMark} aria-hidden="true">
      {code}
    </span>
  );
}
