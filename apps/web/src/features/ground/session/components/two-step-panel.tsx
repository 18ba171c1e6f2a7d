import { Alert, Badge, Button, Group, Stack, Text } from '@mantine/core';
import type { NewTwoStepDto, TwoStepDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { formatMoment } from '../../../../lib/format';
import { updateUser, useSession } from '../../../../lib/session';
import { beginTwoStep, renewRecoveryCodes, turnTwoStepOff, useTwoStep } from '../api/session-api';
import { RecoveryCodes } from './recovery-codes';
import { TwoStepNewApp } from './two-step-new-app';
import { TwoStepProof } from './two-step-proof';

type Doing =
  | { readonly kind: 'begin' | 'renew' | 'off' }
  | { readonly kind: 'app'; readonly secret: NewTwoStepDto }
  | { readonly kind: 'codes'; readonly codes: readonly string[] };

const FEW_CODES = 3;

function State({ state, onDo }: { state: TwoStepDto; onDo: (doing: Doing) => void }) {
  const { t } = useTranslation('session');
  const { on, since, required, recovery_codes_left: left } = state;
  if (!on)
    return (
      <Stack>
        {required ? (
          <Alert color="yellow" variant="light" icon={<Icon name="warning" />}>
            {t('twoStep.mustSetUp')}
          </Alert>
        ) : (
          <Text size="sm">{t('twoStep.offered')}</Text>
        )}
        <Button
          style={{ alignSelf: 'flex-start' }}
          onClick={() => {
            onDo({ kind: 'begin' });
          }}
        >
          {t('twoStep.begin')}
        </Button>
      </Stack>
    );
  return (
    <Stack>
      <Text size="sm">{t('twoStep.since', { at: formatMoment(since ?? '') })}</Text>
      <Text size="sm" {...(left <= FEW_CODES && { c: 'red' })}>
        {t('twoStep.left', { count: left })}
      </Text>
      <Group>
        {(['begin', 'renew', ...(required ? [] : (['off'] as const))] as const).map((kind) => (
          <Button
            key={kind}
            variant="default"
            size="compact-sm"
            onClick={() => {
              onDo({ kind });
            }}
          >
            {t(`twoStep.do.${kind}`)}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

export function TwoStepPanel() {
  const { t } = useTranslation('session');
  const session = useSession();
  const query = useTwoStep();
  const [doing, setDoing] = useState<Doing>();
  const stop = () => {
    setDoing(undefined);
  };
  const content = (state: TwoStepDto) => {
    switch (doing?.kind) {
      case undefined:
        return <State state={state} onDo={setDoing} />;
      case 'begin':
        return (
          <TwoStepProof
            on={state.on}
            hint={t('twoStep.proof.begin')}
            submit={t('twoStep.next')}
            perform={beginTwoStep}
            onDone={(secret) => {
              setDoing({ kind: 'app', secret });
            }}
            onCancel={stop}
          />
        );
      case 'renew':
        return (
          <TwoStepProof
            on={state.on}
            hint={t('twoStep.proof.renew')}
            submit={t('twoStep.do.renew')}
            perform={renewRecoveryCodes}
            onDone={({ recovery_codes: codes }) => {
              setDoing({ kind: 'codes', codes });
            }}
            onCancel={stop}
          />
        );
      case 'off':
        return (
          <TwoStepProof
            on={state.on}
            hint={t('twoStep.proof.off')}
            submit={t('twoStep.do.off')}
            perform={turnTwoStepOff}
            onDone={stop}
            onCancel={stop}
          />
        );
      case 'app':
        return (
          <TwoStepNewApp
            secret={doing.secret}
            onConfirmed={(codes) => {
              setDoing({ kind: 'codes', codes });
              if (session.status === 'active') updateUser({ ...session.user, must_set_up_two_step: false });
            }}
            onCancel={stop}
          />
        );
      case 'codes':
        return <RecoveryCodes codes={doing.codes} onKept={stop} />;
    }
  };
  return (
    <Panel
      title={t('twoStep.title')}
      action={
        query.data && (
          <Badge variant="light" color={query.data.on ? 'teal' : 'gray'} miw="max-content">
            {t(query.data.on ? 'twoStep.on' : 'twoStep.off')}
          </Badge>
        )
      }
    >
      {query.isError && <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <DetailSkeleton />}
      {query.data && content(query.data)}
    </Panel>
  );
}
