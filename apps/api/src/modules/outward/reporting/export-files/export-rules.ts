/** Of the job in the queue and of its runs in `job_run`. */
export const EXPORT_JOB = 'export-file';
/** Files of one person that are waiting or being written. */
export const MOST_UNDER_WAY = 3;
/** The newest of a person that are kept; those before them go. */
export const MOST_KEPT = 10;
/** Longer than a working day, shorter than what somebody forgets on a shared disk. */
export const KEPT_MILLISECONDS = 24 * 3_600_000;
/** Those that come by themselves wait until somebody is back from a week away. */
export const SCHEDULED_KEPT_MILLISECONDS = 7 * KEPT_MILLISECONDS;
/** A run that dies again and again is given up. */
export const MOST_ATTEMPTS = 5;
export const STALLED_AFTER_SECONDS = 30;
