/** SQLSTATE classes the code above the database reacts to. */
export const SQLSTATE = {
  uniqueViolation: '23505',
  checkViolation: '23514',
  foreignKeyViolation: '23503',
  serializationFailure: '40001',
  deadlock: '40P01',
  lockNotAvailable: '55P03',
  queryCanceled: '57014',
  diskFull: '53100',
  appendOnly: 'P0I01',
} as const;

/** A COMMIT whose connection died: the transaction may or may not stand. Never report it as failed. */
export class CommitOutcomeUnknown extends Error {
  constructor(cause: unknown) {
    super('the outcome of COMMIT is unknown', { cause });
  }
}

/**
 * A COMMIT that hangs, or that PostgreSQL reports as done after somebody cancelled the wait for its standby. Reading the row
 * back proves nothing: it may stand on this one machine only.
 */
export class CommitUnconfirmed extends CommitOutcomeUnknown {}

/** The connection is gone, and another one sees what became of it: whoever reads the row back knows. */
export function mayBeReadBack(error: unknown): boolean {
  return error instanceof CommitOutcomeUnknown && !(error instanceof CommitUnconfirmed);
}

/** The database cannot be reached or is going away; nothing was committed. */
export class DatabaseUnavailable extends Error {
  constructor(cause: unknown, message = 'the database is unavailable') {
    super(message, { cause });
  }
}

export function sqlState(error: unknown): string | null {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string')
    return error.code;
  return null;
}

/** The name of the violated constraint, or null. */
export function violatedConstraint(error: unknown): string | null {
  if (
    typeof error === 'object' &&
    error !== null &&
    'constraint' in error &&
    typeof error.constraint === 'string'
  )
    return error.constraint;
  return null;
}

/** Data exceptions, constraints, limits of a row, refusals of a trigger: the fault of a row, today and tomorrow. */
const OF_A_ROW = /^(21|22|23|54|P0)/;

/** False when the same statement may succeed in a moment: the database is away, closed, locked or being changed. */
export function isFaultOfRow(error: unknown): boolean {
  const state = sqlState(error);
  return !isUnavailable(error) && (state === null || OF_A_ROW.test(state));
}

const CONNECTION_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EAI_AGAIN',
]);

/**
 * Connection lost, refused, server shutting down or starting up, out of connections or disk, or closed for writing. Class 08 also holds
 * `08P01`, a message of ours that PostgreSQL does not understand: trying again would never help.
 */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof DatabaseUnavailable) return true;
  const code = sqlState(error);
  if (code !== null) return CONNECTION_CODES.has(code) || /^(08(?!P)|25006|53|57P)/.test(code);
  return (
    error instanceof Error &&
    /connection terminated|query read timeout|timeout exceeded when trying to connect|client has encountered a connection error|cannot use a pool after/i.test(
      error.message,
    )
  );
}

/** PostgreSQL gave a statement up because it took longer than its pool allows. */
export function isTimedOut(error: unknown): boolean {
  return sqlState(error) === SQLSTATE.queryCanceled;
}
