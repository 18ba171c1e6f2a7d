/**
 * Whether the customer `alias` of a statement is anybody to the world outside. An applicant is from the first bill on, and
 * stays so: who has paid it is told that nothing is owed, and what he pays twice is his credit.
 */
export function knownCustomer(alias: string): string {
  return `(${alias}.state <> 'CALON' OR EXISTS (SELECT FROM tagihan known WHERE known.customer_id = ${alias}.id AND known.state <> 'DRAFT'))`;
}
