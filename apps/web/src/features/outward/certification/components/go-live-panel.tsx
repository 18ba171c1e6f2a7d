import { Button, Checkbox, Stack, Text } from '@mantine/core';
import type { BankDto, CertificationDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { Icon } from '../../../../components/icon';
import { Panel } from '../../../../components/page/panel';
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

function Condition({ met, text }: { met: boolean; text: string }) {
  const { t } = useTranslation('certification');
  return (
    <li>
      <Icon name={met ? 'check' : 'dots'} size={18} />
      <Text size="sm" component="span">
        {text}
        {': '}
        <strong>{t(met ? 'goLive.met' : 'goLive.unmet')}</strong>
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
  const [keeping, setKeeping] = useState(false);
  const standing = useStandingPayments(bank.id).data;
  const left = standing !== undefined && standing.count > 0 ? standing : null;
  const action = useAction({
    perform: (reason: string) =>
      requestGoLive({
        bankId: bank.id,
        reason,
        kept: keeping ? (left?.payments ?? []).map(({ id }) => id) : [],
      }),
    done: () => t('goLive.sent'),
    onSuccess: () => {
      setAsking(false);
    },
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
          <Condition met={left === null} text={t('goLive.conditionNothingLeft')} />
          <Condition met={false} text={t('goLive.conditionPerson')} />
        </ul>
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
        onClose={() => {
          setAsking(false);
        }}
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
                setKeeping(event.currentTarget.checked);
              }}
            />
          </>
        )}
      </ConfirmDialog>
    </Panel>
  );
}
