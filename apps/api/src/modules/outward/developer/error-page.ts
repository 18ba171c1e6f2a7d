import { ERROR_CATALOGUE, ERROR_CODES, type ErrorCode } from '@tirtapay/contracts';

/** How a group of codes is headed; the group is what stands before the dot. */
const GROUPS: Readonly<Record<string, string>> = {
  request: 'The request itself',
  auth: 'Who is asking',
  bank: 'Banks',
  payment: 'Payments',
  inquiry: 'Inquiries',
  receipt: 'Receipts',
  bill: 'Bills',
  issue_run: 'Bill runs',
  customer: 'Customers',
  version: 'Changes at the same time',
  region: 'Regions',
  route: 'Routes',
  tariff: 'Tariffs',
  reading: 'Meter readings',
  photo: 'Photos',
  penalty_policy: 'Penalty policies',
  waiver: 'Waivers',
  approval: 'Two people',
  user: 'Staff',
  job: 'Jobs',
  notice: 'Notices',
  webhook: 'Notifications of banks',
  certification: 'Certification',
  intent: 'Checkouts (VA, QRIS)',
  public: 'Public pages',
  case: 'Cases',
  credit: 'Credit',
  reconciliation: 'Reconciliation',
  export: 'Exports',
  internal: 'Us',
  service: 'Us',
};

/** docs/errors.md: one entry per code, from the catalogue the API itself answers from. */
export function errorCatalogueMarkdown(): string {
  const lines = [
    '# Error catalogue',
    '',
    '<!-- Written by `npm run openapi` from libs/contracts. Do not edit. -->',
    '',
    'Every refusal outside `/api/snap` is `application/problem+json` (RFC 9457) with one of these codes. Decide by `code`; `title` follows `Accept-Language` (`id`, `en`). "Safe to retry" means that sending the very same request again can do no harm and may succeed. SNAP BI answers have 7-digit codes of their own: see [the bank API](bank-api.md#snap-bi).',
    '',
  ];
  for (const [group, codes] of grouped()) {
    lines.push(`## ${group}`, '');
    for (const code of codes) lines.push(...entry(code));
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function grouped(): Map<string, ErrorCode[]> {
  const groups = new Map<string, ErrorCode[]>();
  for (const code of ERROR_CODES) {
    const prefix = code.split('.', 1)[0] ?? code;
    const heading = GROUPS[prefix] ?? prefix;
    groups.set(heading, [...(groups.get(heading) ?? []), code]);
  }
  return groups;
}

function entry(code: ErrorCode): string[] {
  const { status, title, cause, fix, safeToRetry, audience } = ERROR_CATALOGUE[code];
  return [
    // problem documents point here: /docs/errors#<code>
    `### <a id="${code}"></a>\`${code}\``,
    '',
    `${String(status)} · ${title.en} · _${title.id}_ · for ${audience.join(', ')} · safe to retry: ${safeToRetry ? 'yes' : 'no'}`,
    '',
    `- Cause: ${cause.en} _${cause.id}_`,
    `- Fix: ${fix.en} _${fix.id}_`,
    '',
  ];
}
