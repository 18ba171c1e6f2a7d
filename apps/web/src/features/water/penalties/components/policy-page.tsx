import { Button } from '@mantine/core';
import type { PenaltyPolicyDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, NotFoundPage } from '../../../../components/page/page-states';
import { Fields, Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { ApiProblem } from '../../../../lib/api-problem';
import { usePermission } from '../../../../lib/use-permission';
import { usePolicy } from '../api/penalties-api';
import { EndPolicyDialog } from './end-policy-dialog';
import { PolicyState } from './policy-state';
import { useRuleText, useValidity } from './policy-words';
import { SwitchPolicyDialog } from './switch-policy-dialog';

function Actions({ policy }: { policy: PenaltyPolicyDto }) {
  const { t } = useTranslation('penalties');
  const [open, setOpen] = useState<'end' | 'switch'>();
  const close = () => {
    setOpen(undefined);
  };
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          setOpen('end');
        }}
      >
        {t('end.action')}
      </Button>
      <Button
        variant={policy.active ? 'light' : 'default'}
        {...(policy.active && { color: 'red' })}
        onClick={() => {
          setOpen('switch');
        }}
      >
        {t(policy.active ? 'switch.off' : 'switch.on')}
      </Button>
      {open === 'end' && <EndPolicyDialog policy={policy} onClose={close} />}
      {open === 'switch' && <SwitchPolicyDialog policy={policy} onClose={close} />}
    </>
  );
}

/** One policy: its rule, which never changes, and its end and switch, which wait for a second person. */
export function PolicyPage() {
  const { t } = useTranslation('penalties');
  const query = usePolicy(Number(useParams().id));
  const may = usePermission('penalty.manage');
  const rule = useRuleText();
  const validity = useValidity();
  if (query.isError && query.data === undefined)
    return query.error instanceof ApiProblem && query.error.status === 404 ? (
      <NotFoundPage />
    ) : (
      <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />
    );
  if (!query.data) return <DetailSkeleton />;
  const policy = query.data;
  const changeable = may && policy.status === 'APPROVED' && policy.pending_approval_id === null;
  return (
    <>
      <PageHeader
        title={policy.name}
        badge={<PolicyState policy={policy} />}
        back={{ to: '/penalties', label: t('title') }}
        actions={changeable && <Actions policy={policy} />}
      />
      <Panel>
        <Fields
          rows={[
            { label: t('ruleTitle'), value: rule(policy) },
            { label: t('validity'), value: validity(policy) },
            { label: t('form.grace'), value: String(policy.grace_days) },
            { label: t('kinds'), value: policy.kinds.map((kind) => t(`kind.${kind}`)).join(', ') },
            { label: t('categories'), value: policy.tariff_codes?.join(', ') ?? t('everyCategory') },
            { label: t('legalBasis'), value: policy.legal_basis ?? '—' },
          ]}
        />
      </Panel>
    </>
  );
}
