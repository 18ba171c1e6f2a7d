import type { BankProtocol, SnapMode } from '@tirtapay/domain';
import { Problem } from '../../../../platform/problem';
import type { SandboxFaultDto } from '../dto/sandbox-bank.dto';
import { BANK_LAB_SAYS } from '../sentences';

/** A bank the sandbox shall play, as its control API takes it (docs/sandbox-bank.md). */
export interface PlayedBank {
  readonly id: string;
  readonly name: string;
  readonly key_id: string;
  readonly secret: string;
  readonly snap: {
    readonly client_key: string;
    readonly partner_id: string;
    readonly channel_id: string;
    readonly partner_service_id: string;
    readonly mode: SnapMode;
    readonly secret: string | null;
  };
}

export interface OrderedCall {
  readonly protocol: BankProtocol;
  readonly method?: 'GET' | 'POST';
  readonly target: string;
  readonly body?: object;
  readonly signature?: 'good' | 'bad';
  readonly clock_offset_seconds?: number;
}

/** What came back, parsed when it was JSON. */
export interface PlayedCall {
  readonly status: number | null;
  readonly body: Readonly<Record<string, unknown>>;
}

const TIMEOUT_MILLISECONDS = 35_000;

/** The control API of the sandbox bank, on this machine and in a demonstration only. */
export class SandboxBank {
  constructor(private readonly baseUrl: string) {}

  /** Whether anybody is there. @throws Problem bank.unreachable */
  async greet(): Promise<void> {
    await this.send('GET', '/control/banks', null);
  }

  /** @throws Problem bank.unreachable */
  async play(bank: PlayedBank): Promise<void> {
    await this.send('POST', '/control/banks', bank);
  }

  /** One call by the played bank to us. @throws Problem bank.unreachable */
  async call(bankId: string, order: OrderedCall): Promise<PlayedCall> {
    const answer = (await this.send('POST', '/control/calls', { bank: bankId, ...order })) as {
      call?: { status: number | null; response_body: string | null };
    };
    return { status: answer.call?.status ?? null, body: parsed(answer.call?.response_body ?? null) };
  }

  /** @throws Problem bank.unreachable */
  async faults(): Promise<SandboxFaultDto[]> {
    return ((await this.send('GET', '/control/faults', null)) as { faults: SandboxFaultDto[] }).faults;
  }

  /** `times` null: until cleared. @throws Problem bank.unreachable */
  async setFault(
    order: Omit<SandboxFaultDto, 'id' | 'left'> & { times: number | null },
  ): Promise<SandboxFaultDto> {
    return (await this.send('POST', '/control/faults', order)) as SandboxFaultDto;
  }

  /** @throws Problem bank.unreachable */
  async clearFaults(): Promise<void> {
    await this.send('DELETE', '/control/faults', null);
  }

  private async send(method: 'GET' | 'POST' | 'DELETE', path: string, body: object | null): Promise<unknown> {
    const response = await fetch(this.baseUrl + path, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === null ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    }).catch((error: unknown) => {
      throw new Problem('bank.unreachable', { detail: BANK_LAB_SAYS.sandboxFailed(String(error)) });
    });
    if (!response.ok)
      throw new Problem('bank.unreachable', {
        detail: BANK_LAB_SAYS.sandboxFailed(`${String(response.status)} ${path}`),
      });
    return response.json();
  }
}

function parsed(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = text === null ? null : JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
