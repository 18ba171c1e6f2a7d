import { Sentence } from '../../../platform/problem';

/** Read by the software of banks: part of the contract, the same bytes to everybody. */
export const BANK_DOOR_SAYS = {
  ambiguous: Sentence.forSoftware('send either inquiry_id or customer_number with bill_numbers'),
  nothingNamed: Sentence.forSoftware('send inquiry_id, or customer_number with bill_numbers'),
  notOfCustomer: Sentence.forSoftware('a bill number starts with its customer number'),
  unknownInquiry: Sentence.forSoftware('this inquiry_id was not issued to this bank'),
  paidAtForm: Sentence.forSoftware('paid_at must be RFC 3339 with an offset'),
  saysWhatWasPaid: (name: string) => Sentence.forSoftware(`${name} says what was paid`),
} as const;
