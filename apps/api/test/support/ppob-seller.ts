import type { NativeAnswer } from '@tirtapay/bank-protocol';
import type { TestBank } from './factory';

/** A sale as its seller is answered. */
export interface SoldBody {
  readonly id: number;
  readonly status: string;
  readonly code: string | null;
  readonly principal: number;
  readonly admin_fee: number;
  readonly total_amount: number;
  readonly receipt_number: string | null;
  readonly bill: { readonly bill_number: string; readonly stamp_duty: number } | null;
  readonly invoice: {
    readonly text: string;
    readonly lines: readonly { label: string; value: string }[];
  } | null;
}

export interface Sold extends NativeAnswer {
  readonly sale: SoldBody;
  readonly problem: { readonly code: string; readonly errors?: readonly { pointer: string; code: string }[] };
}

const PATH = '/api/v1/ppob/transactions';

/** A partner that sells. */
export class PpobSeller {
  constructor(
    readonly partner: TestBank,
    private readonly baseUrl?: string,
  ) {}

  async sell(body: object): Promise<Sold> {
    return told(await this.client.send('POST', PATH, Buffer.from(JSON.stringify(body))));
  }

  async get(path: string, accept = 'application/json'): Promise<Sold> {
    return told(await this.client.send('GET', `${PATH}${path}`, undefined, { accept }));
  }

  private get client() {
    return this.partner.client(this.baseUrl === undefined ? {} : { baseUrl: this.baseUrl });
  }
}

function told(answer: NativeAnswer): Sold {
  return { ...answer, sale: answer.body as SoldBody, problem: answer.body as Sold['problem'] };
}
