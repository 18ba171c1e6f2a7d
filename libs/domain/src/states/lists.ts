import {
  BILL_TRANSITIONS,
  DISPUTE_TRANSITIONS,
  OUTBOUND_CALL_TRANSITIONS,
  PAYMENT_TRANSITIONS,
  READING_TRANSITIONS,
} from './machines';
import { statesOf } from './state-machine';

export const READING_STATES = statesOf(READING_TRANSITIONS);
export const BILL_STATES = statesOf(BILL_TRANSITIONS);
export const DISPUTE_STATES = statesOf(DISPUTE_TRANSITIONS);
export const PAYMENT_STATES = statesOf(PAYMENT_TRANSITIONS);
export const OUTBOUND_CALL_STATES = statesOf(OUTBOUND_CALL_TRANSITIONS);

/** Bills a payer may see: owed, or paid. */
export const BILLED_STATES = ['ISSUED', 'PAID', 'REPLACED_BY'] as const;
export type BilledState = (typeof BILLED_STATES)[number];

/** Something only a person can settle. */
export const CASE_STATES = ['OPEN', 'RESOLVED'] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** A bank's notification: PARKED waits for what it is about, DEAD was tried often enough and is a case. */
export const WEBHOOK_STATES = ['NEW', 'PROCESSED', 'PARKED', 'DEAD'] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];

/** PARTIAL: issued, but for some customers it could not be. */
export const ISSUE_RUN_STATES = ['QUEUED', 'RUNNING', 'DONE', 'PARTIAL', 'FAILED'] as const;
export type IssueRunState = (typeof ISSUE_RUN_STATES)[number];

export const CERTIFICATION_STATES = ['RUNNING', 'PASSED', 'FAILED'] as const;
export type CertificationState = (typeof CERTIFICATION_STATES)[number];

/** One scenario of a certification. */
export const SCENARIO_STATES = ['PENDING', 'PASS', 'FAIL'] as const;
export type ScenarioState = (typeof SCENARIO_STATES)[number];

/** What the second person says. */
export const APPROVAL_DECISIONS = ['APPROVE', 'REJECT'] as const;
export type ApprovalDecision = (typeof APPROVAL_DECISIONS)[number];
