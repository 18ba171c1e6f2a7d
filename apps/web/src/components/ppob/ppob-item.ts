import type { PpobQuoteDto } from '@tirtapay/api-client';
import type { PpobBody } from './ppob-api';

/** One thing to sell: the exact body of the specification, and what it was said to cost. */
export interface PpobItem {
  /** A name of its own, made in the browser. */
  readonly key: string;
  /** Without `ref_id` and `payment`: those are the seller's. */
  readonly body: PpobBody;
  readonly quote: PpobQuoteDto;
}

/** What was filled in besides the name, as people read it; the amount of a nominal stands with the price. */
export const fieldsToRead = ({ fields }: PpobQuoteDto) => fields.filter(({ name }) => name !== 'nominal');
