import type { BankProtocol, ScenarioState } from '@tirtapay/domain';
import type { BilingualText, SignatureProblemCode } from '../signature/signature-problem';

/** A call of the bank that was answered, as the request log has it. */
export interface ObservedCall {
  readonly protocol: BankProtocol;
  readonly method: string;
  readonly path: string;
  readonly requestId: string;
  readonly httpStatus: number;
  readonly code: string | null;
  readonly replayed: boolean;
  readonly bankReference: string | null;
  readonly responseBody: string | null;
}

/** Why a call was refused at the door: its signature, or the address it came from. */
export interface RefusalProblem {
  readonly code: SignatureProblemCode | 'ADDRESS';
  readonly message: BilingualText;
}

/** A call under the bank's name that was refused at the door, and why. */
export interface ObservedRefusal {
  readonly protocol: BankProtocol;
  readonly path: string;
  readonly requestId: string | null;
  readonly httpStatus: number;
  readonly problems: readonly RefusalProblem[];
}

/** Everything seen of the bank since the run began, oldest first. */
export interface Evidence {
  readonly calls: readonly ObservedCall[];
  readonly refusals: readonly ObservedRefusal[];
}

/** A scenario of a run as it is stored; its title follows from its code. */
export interface ScenarioResult {
  readonly code: string;
  readonly status: ScenarioState;
  readonly reason: BilingualText | null;
  readonly requestId: string | null;
}

export interface Scenario {
  readonly code: string;
  readonly protocol: BankProtocol;
  readonly title: BilingualText;
  /** What the bank has to send; shown until it is seen. */
  readonly task: BilingualText;
  /** Calls that try this scenario, right or wrong: their refusal is told in its reason. */
  readonly concerns: (path: string) => boolean;
  /** The X-Request-Id (or X-EXTERNAL-ID) of the call that shows it, or null. */
  readonly shownBy: (evidence: Evidence) => string | null;
  /** Whether a refused or failed call on the path means that the bank cannot do it, not that it tried something else. */
  readonly expectsSuccess: boolean;
}
