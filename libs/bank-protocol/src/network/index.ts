export { normalizeAddress, parseCidrStrict } from './cidr';
export type { Cidr, CidrProblem, CidrResult } from './cidr';
export { AddressList, CidrError } from './address-list';
export { lineOf, networkOf } from './prefixes';
