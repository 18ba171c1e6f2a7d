/**
 * A value of `:from` or `:to` for a link to a report of so many days at most; nothing where more are asked for. Its figure then
 * opens nothing, instead of a report that refuses what it is asked.
 */
export const noLongerThan = (days: number, sql: string): string =>
  `CASE WHEN :to::date - :from::date < ${String(days)} THEN ${sql} END`;
