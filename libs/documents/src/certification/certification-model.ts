import type { CertificationState, ScenarioState } from '@tirtapay/domain';
/** Everything the certification report prints; instants are epoch milliseconds. */
export interface CertificationReportModel {
  readonly utility: { readonly name: string; readonly address: string; readonly phone: string };
  readonly bank: { readonly code: string; readonly name: string };
  readonly runId: number;
  /** The native key that was watched; null when every credential of the bank counted. */
  readonly keyId: string | null;
  readonly status: CertificationState;
  readonly startedAt: number;
  readonly finishedAt: number | null;
  readonly printedAt: number;
  /** IANA time zone of the utility. */
  readonly zone: string;
  readonly startedBy: string | null;
  readonly scenarios: readonly CertifiedScenario[];
}

export interface CertifiedScenario {
  readonly code: string;
  readonly title: string;
  readonly status: ScenarioState;
  readonly reason: string | null;
  /** The call that decided, as both sides have it in their logs. */
  readonly requestId: string | null;
}
