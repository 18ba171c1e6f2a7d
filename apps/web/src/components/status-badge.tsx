import { Badge } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon';
import type { IconName } from './icon';
import type common from '../i18n/id/common.json';

type Tone = 'good' | 'busy' | 'warn' | 'bad' | 'calm';

const LOOK: Record<Tone, { color: string; icon: IconName }> = {
  good: { color: 'teal', icon: 'check' },
  busy: { color: 'water', icon: 'history' },
  warn: { color: 'yellow', icon: 'warning' },
  bad: { color: 'red', icon: 'close' },
  calm: { color: 'gray', icon: 'dots' },
};

type Statuses = typeof common.status;
type StatusKind = keyof Statuses;

const TONES: { [K in StatusKind]: Record<keyof Statuses[K], Tone> } = {
  customer: { CALON: 'busy', AKTIF: 'good', SEGEL: 'warn', NONAKTIF: 'calm' },
  reading: { RECORDED: 'busy', REREAD: 'warn', VERIFIED: 'good', CORRECTED: 'calm' },
  severity: { OK: 'good', WARNING: 'warn', ERROR: 'bad' },
  bill: { DRAFT: 'calm', ISSUED: 'warn', PAID: 'good', CANCELLED: 'bad', REPLACED_BY: 'calm' },
  billRun: { QUEUED: 'calm', RUNNING: 'busy', DONE: 'good', PARTIAL: 'warn', FAILED: 'bad' },
  dispute: { OPEN: 'warn', CORRECTED: 'good', RELEASED: 'calm', CANCELLED: 'good' },
  payment: { POSTED: 'good', REVERSED: 'bad' },
  approval: { PENDING: 'busy', APPROVED: 'good', REJECTED: 'bad', WITHDRAWN: 'calm' },
  bankLight: { GREEN: 'good', AMBER: 'warn', RED: 'bad', GREY: 'calm' },
  bankEnvironment: { SANDBOX: 'busy', LIVE: 'good' },
  bankKey: { ACTIVE: 'good', REVOKED: 'calm' },
  certification: { RUNNING: 'busy', PASSED: 'good', FAILED: 'bad' },
  scenario: { PENDING: 'calm', PASS: 'good', FAIL: 'bad' },
  webhook: { NEW: 'busy', PROCESSED: 'good', PARKED: 'warn', DEAD: 'bad' },
  outboundCall: { PENDING: 'busy', DONE: 'good', FAILED: 'bad', UNKNOWN: 'warn' },
  checkout: { PENDING: 'busy', PAID: 'good', EXPIRED: 'calm', CANCELLED: 'bad' },
  checkoutAtBank: { PENDING: 'busy', DONE: 'good', FAILED: 'bad', UNKNOWN: 'warn', CANCELLED: 'calm' },
  sale: { PENDING: 'busy', SUCCESS: 'good', FAILED: 'bad', REFUNDED: 'warn' },
  shift: { OPEN: 'good', COUNTED: 'warn', CLOSED: 'calm' },
  priceLine: { IN_FORCE: 'good', PLANNED: 'busy', ENDED: 'calm' },
  partner: { ACTIVE: 'good', CLOSED: 'calm' },
  supplier: { CLOSED: 'good', HALF_OPEN: 'busy', OPEN: 'bad', OFF: 'calm' },
  case: { OPEN: 'warn', RESOLVED: 'good' },
  overview: {
    REST: 'calm',
    AHEAD: 'calm',
    BEFORE: 'calm',
    FILE_MISSING: 'bad',
    OPEN: 'warn',
    CLOSED: 'good',
    ENDED: 'calm',
  },
  reconciliation: { OPEN: 'warn', CLOSED: 'good', ENDED: 'calm' },
  reconciliationItem: { OPEN: 'warn', PENDING: 'busy', MATCHED: 'good', ADJUSTED: 'good' },
  tariffVersion: { DRAFT: 'calm', PENDING: 'busy', ACTIVE: 'good', REJECTED: 'bad', ARCHIVED: 'calm' },
};

/** The word for a state in the language of the page; an unknown one is shown as the API wrote it. */
export function statusText(t: TFunction, kind: StatusKind, state: string): string {
  return t(`status.${kind}.${state}` as 'status.bill.PAID', { defaultValue: state });
}

/** The state of a thing: word, drawing and colour, so that colour is never alone. */
export function StatusBadge({ kind, state }: { kind: StatusKind; state: string }) {
  const { t } = useTranslation();
  const tone = (TONES[kind] as Record<string, Tone>)[state] ?? 'calm';
  return (
    <Badge
      variant="light"
      color={LOOK[tone].color}
      radius="sm"
      tt="none"
      fw={600}
      leftSection={<Icon name={LOOK[tone].icon} size={12} />}
      className={`status-${tone}`}
      // A badge would rather be cut than widen its column.
      miw="max-content"
    >
      {statusText(t, kind, state)}
    </Badge>
  );
}
