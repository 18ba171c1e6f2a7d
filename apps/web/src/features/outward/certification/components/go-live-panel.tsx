import { Button, Checkbox, Stack, Text } from '@mantine/core';
import type { BankDto, CertificationDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { Icon } from '../../../../components/icon';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { formatMoney } from '../../../../lib/format';
import { useAction } from '../../../../lib/use-action';
import { usePermission } from '../../../../lib/use-permission';
import { requestGoLive, useGoLiveRequest, useStandingPayments } from '../api/certification-api';
import classes from './certification.module.css';
import { passedOf } from './passed-of';
import { StandingPayments } from './standing-payments';

interface GoLivePanelProps {
  bank: BankDto;
  latest: CertificationDto | undefined;
}

/** @param met undefined: it has not been heard yet */
function Condition({ met, text }: { met: boolean | undefined; text: string }) {
  const { t } = useTranslation('certification');
  const unmet = met === undefined ? 'goLive.unknown' : 'goLive.unmet';
  return (
    <li>
      <Icon name={met === true ? 'check' : 'dots'} size={18} />
      <Text size="sm" component="span">
        {text}
        {': '}
        <strong>{t(met === true ? 'goLive.met' : unmet)}</strong>
      </Text>
    </li>
  );
}

/** The gate to real money, and what is still missing before it opens. */
export function GoLivePanel({ bank, latest }: GoLivePanelProps) {
  const { t } = useTranslation('certification');
  const mayManage = usePermission('bank.manage');
  const waiting = useGoLiveRequest(bank.id).data != null;
  const [asking, setAsking] = useState(false);
  const [kept, setKept] = useState<readonly number[]>([]);
  const asked = useStandingPayments(bank.id);
  const standing = asked.data;
  const left = standing !== undefined && standing.count > 0 ? standing : null;
  const ids = (left?.payments ?? []).map(({ id }) => id);
  // Of the payments that stood there when it was ticked: one that came since has been seen by nobody.
  const keeping = ids.length > 0 && ids.every((id) => kept.includes(id));
  const close = () => {
    setAsking(false);
    setKept([]);
  };
  const action = useAction({
    perform: (reason: string) =>
      requestGoLive({
        bankId: bank.id,
        reason,
        kept: keeping ? ids : [],
      }),
    done: () => t('goLive.sent'),
    onSuccess: close,
  });
  if (bank.environment === 'LIVE')
    return (
      <Panel title={t('goLive.title')}>
        <Text size="sm">{t('goLive.live')}</Text>
      </Panel>
    );
  const passed = latest?.status === 'PASSED';
  const state = (): string => {
    if (latest === undefined) return t('goLive.notRun');
    if (latest.status === 'RUNNING') return t('goLive.running');
    if (waiting) return t('goLive.waiting');
    if (passed) return t('goLive.ready');
    const figures = passedOf(latest);
    return t('goLive.failed', { count: figures.total - figures.passed });
  };
  return (
    <Panel title={t('goLive.title')}>
      <Stack>
        <ul className={classes.conditions}>
          <Condition met={passed} text={t('goLive.conditionPassed')} />
          <Condition
            met={standing === undefined ? undefined : standing.count === 0}
            text={t('goLive.conditionNothingLeft')}
          />
          <Condition met={false} text={t('goLive.conditionPerson')} />
        </ul>
        {standing === undefined && asked.isError && (
          <ProblemPanel error={asked.error} onRetry={() => void asked.refetch()} />
        )}
        {left !== null && (
          <>
            <Text size="sm">
              {t('standing.told', { count: left.count, amount: formatMoney(left.amount) })}
            </Text>
            <StandingPayments standing={left} />
          </>
        )}
        <Text size="sm" id="go-live-state">
          {state()}
        </Text>
        {mayManage && (
          <Button
            disabled={!passed || waiting}
            aria-describedby="go-live-state"
            style={{ alignSelf: 'flex-start' }}
            onClick={() => {
              setAsking(true);
            }}
          >
            {t('goLive.request')}
          </Button>
        )}
      </Stack>
      <ConfirmDialog
        opened={asking}
        onClose={close}
        title={t('goLive.confirmTitle', { bank: bank.name })}
        confirmLabel={t('goLive.request')}
        reason="required"
        action={action}
      >
        <Text size="sm">{t('goLive.confirmBody')}</Text>
        {left !== null && (
          <>
            <StandingPayments standing={left} />
            <Checkbox
              label={t('standing.keep', { bank: bank.name })}
              description={t('standing.keepHint')}
              checked={keeping}
              onChange={(event) => {
                setKept(event.currentTarget.checked ? ids : []);
              }}
            />
          </>
        )}
      </ConfirmDialog>
    </Panel>
  );
}
