import { Alert, Anchor, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { CorrectionEffect } from '../../../../components/correction-effect';
import { InstalmentEffect } from '../../../../components/instalment-effect';
import { PenaltyEffect } from '../../../../components/penalty-effect';
import { WaiverEffect } from '../../../../components/waiver-effect';
import type {
  CorrectionPreviewDto,
  ItemDto,
  PenaltyEffectDto,
  PlanEffectDto,
  WaiverEffectDto,
} from '@tirtapay/api-client';
import { Icon } from '../../../../components/icon';
import { DataTree } from '../../../../components/data-tree';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { Fields } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { StatusBadge } from '../../../../components/status-badge';
import { formatMoment } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { useApproval } from '../api/approvals-api';
import { CodeHalf } from './code-half';
import { Decision } from './decision';
import { subjectPage } from './subject-page';
import { toldPayload } from './told-payload';
import { usePayloadText } from './use-payload-text';

/** To what it is about, with all there is about it. */
function SubjectLink({ subject }: { subject: string }) {
  const { t } = useTranslation('approvals');
  const page = subjectPage(subject);
  const mayLook = usePermission(page?.access ?? 'bill.read');
  if (page === null || !mayLook) return null;
  return (
    <Anchor component={Link} size="sm" to={page.to}>
      {t('detail.see')}
    </Anchor>
  );
}

export function ApprovalDetail({ id }: { id: number }) {
  const { t } = useTranslation('approvals');
  const query = useApproval(id);
  const textOf = usePayloadText(query.data?.payload.party as ItemDto['statement'] | undefined);
  if (query.isError && query.data === undefined)
    return <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <DetailSkeleton />;
  const approval = query.data;
  const {
    effect,
    waiver_effect: waiver,
    instalment_effect: plan,
    correction,
    probe,
    ...told
  } = approval.payload as {
    effect?: PenaltyEffectDto;
    waiver_effect?: WaiverEffectDto;
    instalment_effect?: PlanEffectDto;
    correction?: CorrectionPreviewDto;
    probe?: { at: string };
  } & Record<string, unknown>;
  return (
    <Stack>
      <Group justify="space-between" align="flex-start">
        <Text fw={650}>{approval.summary}</Text>
        <StatusBadge kind="approval" state={approval.status} />
      </Group>
      <Fields
        rows={[
          {
            label: t('kind'),
            value: t(`kinds.${approval.kind}` as 'kinds.bank_key', { defaultValue: approval.kind }),
          },
          { label: t('madeBy'), value: `${approval.made_by.name} · ${formatMoment(approval.made_at)}` },
          { label: t('detail.reason'), value: approval.reason ?? '—' },
          ...(approval.decided_at === null
            ? []
            : [
                {
                  label: t(approval.status === 'WITHDRAWN' ? 'detail.closedBy' : 'decidedBy'),
                  value: `${approval.decided_by?.name ?? t('detail.console')} · ${formatMoment(approval.decided_at)}`,
                },
                { label: t('detail.note'), value: approval.decision_note ?? '—' },
              ]),
        ]}
      />
      <SubjectLink subject={approval.subject} />
      <div>
        <Text size="xs" c="dimmed" mb={4}>
          {t('detail.payload')}
        </Text>
        <DataTree
          data={toldPayload(told)}
          nameOf={(name) => t(`detail.fields.${name}` as 'detail.fields.amount', { defaultValue: name })}
          textOf={textOf}
        />
      </div>
      <CodeHalf approval={approval} />
      {probe !== undefined && (
        <Alert color="teal" variant="light" icon={<Icon name="check" />} title={t('probe.title')}>
          <Text size="sm">{t('probe.body', { at: formatMoment(probe.at) })}</Text>
        </Alert>
      )}
      {effect !== undefined && <PenaltyEffect effect={effect} />}
      {waiver !== undefined && <WaiverEffect effect={waiver} />}
      {plan !== undefined && <InstalmentEffect effect={plan} />}
      {correction !== undefined && <CorrectionEffect effect={correction} />}
      <Decision approval={approval} />
    </Stack>
  );
}
