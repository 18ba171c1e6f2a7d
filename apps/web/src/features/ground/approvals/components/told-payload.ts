const KEY = /_ids?$/;

const isKey = (name: string, value: unknown): boolean =>
  KEY.test(name) && [value].flat().every((one) => typeof one === 'number' || one === null);

/** The database keeps no order of its own: what it is, how much, and from when until when, as a person would say it. */
const FIRST = [
  'last_day',
  'resumes_on',
  'change',
  'outcome',
  'customer_number',
  'name',
  'code',
  'legal_basis',
  'mode',
  'basis_points',
  'amount',
  'cap',
  'budget',
  'valid_from',
  'valid_to',
  'min_months_late',
  'max_months_late',
];
const rank = (name: string): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);

/**
 * What was asked for, as whoever decides reads it: without the numbers only the database calls things by, whose names stand
 * in the summary or beside them. Other values that are to be taken away stay, for that is what is asked.
 */
export function toldPayload(payload: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(payload)
      .filter(([name, value]) => !isKey(name, value))
      .sort(([one], [other]) => rank(one) - rank(other)),
  );
}
