import type { BenchCustomer } from '../support/dataset';
import type { Call } from '../support/load';

/** One server under load: the product, or a reference it is measured against in the same run. */
export interface Contestant {
  readonly name: string;
  readonly port: number;
  verify(customer: BenchCustomer): Call;
  process(customer: BenchCustomer): Call;
  stop(): Promise<void>;
}
