import type { CustomerDto } from './dto/customer.dto';

/**
 * A customer as the screens show it, with open bills and credit, which higher modules keep. The reading room answers:
 * whoever needs the whole picture asks here, and still knows nothing of it.
 */
export abstract class CustomerReader {
  /** @throws Problem customer.not_found */
  abstract one(id: number): Promise<CustomerDto>;

  /** @throws Problem customer.not_found, with the kind of mistake when it is one */
  abstract byNumber(written: string): Promise<CustomerDto>;
}
