import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { SNAP_SERVICES } from '@tirtapay/bank-protocol';
import { z } from 'zod';
import { JsonLines } from '../books/json-lines';

/** What can go wrong while the bank answers the biller. */
export const HOST_FAULTS = [
  'timeout',
  'timeout-after',
  'error-500',
  'error-500-after',
  'slow-drip',
  'wrong-body',
  'accept-then-fail',
  'invalid-token',
  'cutoff',
] as const;
/** What can go wrong in every call the bank makes. */
export const CALLER_FAULTS = ['broken-signer'] as const;

export type HostFaultKind = (typeof HOST_FAULTS)[number];
export type FaultKind = HostFaultKind | (typeof CALLER_FAULTS)[number];

export const faultKind = z.enum([...HOST_FAULTS, ...CALLER_FAULTS]);

const faultSchema = z.object({
  id: z.string(),
  kind: faultKind,
  /** Two-digit service codes; null for all but the token (73), which a drill names when it means it. */
  services: z.array(z.string()).nullable(),
  /** Text a call must contain, such as the number of an account: whoever else calls meanwhile is served well. */
  about: z.string().nullable().default(null),
  /** How often it is still played; null until it is cleared. */
  left: z.int().nullable(),
});

/** A fault that waits to be played. */
export type Fault = z.infer<typeof faultSchema>;

/** The faults that are switched on, on disk, so that the command line can set what the running bank then plays. */
export class FaultBoard {
  private readonly byId = new Map<string, Fault>();
  private readonly lines: JsonLines<Fault>;

  constructor(home: string) {
    this.lines = new JsonLines(join(home, 'bank-simulator', 'faults.jsonl'), faultSchema, (fault) => {
      if (fault.left === 0) this.byId.delete(fault.id);
      else this.byId.set(fault.id, fault);
    });
  }

  set({ about = null, ...fault }: Omit<Fault, 'id' | 'about'> & { readonly about?: string | null }): Fault {
    const stored = { ...fault, about, id: randomUUID() };
    this.lines.append(stored);
    return stored;
  }

  all(): Fault[] {
    this.lines.catchUp();
    return [...this.byId.values()];
  }

  /** Switches off one fault, or all. */
  clear(id?: string): void {
    for (const fault of this.all())
      if (id === undefined || fault.id === id) this.lines.append({ ...fault, left: 0 });
    this.lines.catchUp();
  }

  /** Takes the fault to play on a call of the biller to this service, and counts it down. */
  takeForService(service: string, body: string): HostFaultKind | null {
    const fault = this.all().find(
      ({ kind, services, about }) =>
        isHostFault(kind) &&
        (about === null || body.includes(about)) &&
        (services?.includes(service) ?? service !== SNAP_SERVICES.accessTokenB2b),
    );
    if (!fault || !isHostFault(fault.kind)) return null;
    if (fault.left !== null) this.lines.append({ ...fault, left: fault.left - 1 });
    return fault.kind;
  }

  /** Whether everything the bank signs shall be signed wrongly. */
  get signsWrongly(): boolean {
    return this.all().some(({ kind }) => kind === 'broken-signer');
  }
}

function isHostFault(kind: FaultKind): kind is HostFaultKind {
  return HOST_FAULTS.some((known) => known === kind);
}
