import { ERROR_CATALOGUE, isErrorCode } from '@tirtapay/contracts';
import type { BilingualText } from '../signature/signature-problem';
import { NATIVE_SCENARIOS } from './native-scenarios';
import type { Evidence, ObservedCall, ObservedRefusal, Scenario, ScenarioResult } from './scenario';
import { SNAP_SCENARIOS, TOKEN_SCENARIO } from './snap-scenarios';

const SCENARIOS = new Map(
  [...NATIVE_SCENARIOS, TOKEN_SCENARIO, ...SNAP_SCENARIOS].map((scenario) => [scenario.code, scenario]),
);

/** The scenarios of a bank with these doors, none seen yet. */
export function scenariosFor(doors: {
  readonly native: boolean;
  readonly snap: boolean;
  readonly snapToken: boolean;
}): ScenarioResult[] {
  return [
    ...(doors.native ? NATIVE_SCENARIOS : []),
    ...(doors.snapToken ? [TOKEN_SCENARIO] : []),
    ...(doors.snap ? SNAP_SCENARIOS : []),
  ].map(({ code, task }) => ({ code, status: 'PENDING', reason: task, requestId: null }));
}

export function titleOf(code: string): BilingualText {
  return SCENARIOS.get(code)?.title ?? { id: code, en: code };
}

/**
 * The scenarios in the light of what was seen. What passed stays passed; what was tried in vain says why; what was not
 * tried says what to do. At the end of the run what was not shown has failed.
 */
export function judge(
  results: readonly ScenarioResult[],
  evidence: Evidence,
  ended: boolean,
): ScenarioResult[] {
  return results.map((result) => {
    const scenario = SCENARIOS.get(result.code);
    if (result.status === 'PASS' || scenario === undefined) return result;
    return judgeOne(scenario, evidence, ended);
  });
}

function judgeOne(scenario: Scenario, evidence: Evidence, ended: boolean): ScenarioResult {
  const { code, task } = scenario;
  const shownBy = scenario.shownBy(evidence);
  if (shownBy !== null) return { code, status: 'PASS', reason: null, requestId: shownBy };
  const obstacle = lastObstacle(scenario, evidence);
  if (obstacle !== null && (ended || scenario.expectsSuccess)) return { code, status: 'FAIL', ...obstacle };
  if (!ended) return { code, status: 'PENDING', reason: task, requestId: null };
  const reason = { id: `Belum pernah diuji. ${task.id}`, en: `Never tried. ${task.en}` };
  return { code, status: 'FAIL', reason, requestId: null };
}

/** Why the last call that tried the scenario came to nothing. */
function lastObstacle(
  scenario: Scenario,
  evidence: Evidence,
): { reason: BilingualText; requestId: string | null } | null {
  const call = evidence.calls.findLast(
    ({ protocol, path, ...rest }) =>
      protocol === scenario.protocol && scenario.concerns(path) && technical(rest),
  );
  if (call !== undefined) return { reason: failureOf(call), requestId: call.requestId };
  const refused = evidence.refusals.filter(({ protocol }) => protocol === scenario.protocol);
  const onPath = scenario.expectsSuccess ? refused.filter(({ path }) => scenario.concerns(path)) : [];
  // A bank none of whose calls came through is stopped by the same thing everywhere.
  const hopeless = !evidence.calls.some(({ protocol }) => protocol === scenario.protocol);
  const refusal = commonest(onPath.length === 0 && hopeless ? refused : onPath);
  if (refusal === undefined) return null;
  return { reason: refusalOf(refusal, refused.length), requestId: refusal.requestId };
}

/** The newest of those refused for the reason seen most often: one call wrong on purpose hides no broken signer. */
function commonest(refusals: readonly ObservedRefusal[]): ObservedRefusal | undefined {
  const reasonOf = ({ problems }: ObservedRefusal) => problems[0]?.code;
  const times = (refusal: ObservedRefusal) =>
    refusals.filter((other) => reasonOf(other) === reasonOf(refusal)).length;
  return refusals.reduce<ObservedRefusal | undefined>(
    (best, refusal) => (best === undefined || times(refusal) >= times(best) ? refusal : best),
    undefined,
  );
}

/** Refused for its form or at the door; an answer of the business ("paid already") is no failure of the caller. */
function technical({ httpStatus, code }: Pick<ObservedCall, 'httpStatus' | 'code'>): boolean {
  return (
    httpStatus >= 500 ||
    [400, 401, 403, 405, 413, 415, 429].includes(httpStatus) ||
    code === 'auth.replayed' ||
    /^409\d\d00$/.test(code ?? '')
  );
}

function failureOf({ httpStatus, code }: ObservedCall): BilingualText {
  if (code === null || !isErrorCode(code)) {
    const what = code ?? String(httpStatus);
    return { id: `Dijawab ${what}.`, en: `Answered ${what}.` };
  }
  const { title, cause, fix } = ERROR_CATALOGUE[code];
  return {
    id: `Dijawab ${String(httpStatus)} ${code} (${title.id}): ${cause.id} ${fix.id}`,
    en: `Answered ${String(httpStatus)} ${code} (${title.en}): ${cause.en} ${fix.en}`,
  };
}

function refusalOf({ problems, httpStatus }: ObservedRefusal, count: number): BilingualText {
  const first = problems[0]?.message;
  const times = String(count);
  return {
    id: `Ditolak ${String(httpStatus)} (${times} kali sejak mulai). ${first?.id ?? ''}`.trim(),
    en: `Refused ${String(httpStatus)} (${times} times since the start). ${first?.en ?? ''}`.trim(),
  };
}
