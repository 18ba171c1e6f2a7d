import { useQuery } from '@tanstack/react-query';
import { listApprovalsOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { usePermission } from './use-permission';

type Kind = NonNullable<
  NonNullable<NonNullable<Parameters<typeof listApprovalsOptions>[0]>['query']>['kind']
>;

interface Asked {
  readonly kind?: Kind;
  /** Rows it is about, `table/id`; all of the kind when left out. */
  readonly subjects?: readonly string[];
  readonly enabled?: boolean;
}

/** Somebody else decides meanwhile, in another browser. */
const DECISION_MILLISECONDS = 10_000;

/** What waits for a second person about something; nothing is asked for by whoever may not read approvals. */
export function useOpenRequests({ kind, subjects, enabled = true }: Asked) {
  const mayRead = usePermission('approval.read');
  return useQuery({
    ...listApprovalsOptions({
      query: { status: 'PENDING', ...(kind !== undefined && { kind }), page_size: 100 },
    }),
    refetchInterval: DECISION_MILLISECONDS,
    enabled: enabled && mayRead,
    select: (page) =>
      subjects === undefined ? page.data : page.data.filter(({ subject }) => subjects.includes(subject)),
  });
}
