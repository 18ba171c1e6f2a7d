import { Button, Group, TextInput, Text } from '@mantine/core';
import { normalizeCustomerNumber } from '@tirtapay/domain';
import { useQueryStates } from 'nuqs';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { PeriodInput } from '../../../../components/form/period-input';
import { addressParser } from '../../../../components/list-page/address-parser';
import { customerCodec, idCodec, periodCodec, textCodec } from '../../../../components/list-page/list-codecs';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { ApiProblem } from '../../../../lib/api-problem';
import { useWorkPeriod } from '../../../../lib/reference-data';
import { useRound } from '../api/rounds-api';
import { useReadingContext } from '../api/readings-api';
import classes from './reading-entry.module.css';
import { RoundBar } from './round-bar';
import { nextStop } from './round-order';
import { ScanDialog } from './scan-dialog';
import type { ScannedCode } from './scanned-code';
import { StandForm } from './stand-form';

/** Number → customer → stand → price → save & next, without touching the mouse. */
export function ReadingEntryPage() {
  const { t } = useTranslation('readings');
  const input = useRef<HTMLInputElement>(null);
  const [address, setAddress] = useQueryStates(
    {
      customer: addressParser(customerCodec),
      meter: addressParser(textCodec),
      route: addressParser(idCodec),
      period: addressParser(periodCodec),
    },
    { history: 'replace', shallow: false },
  );
  const [typed, setTyped] = useState(address.customer ?? '');
  const [wrong, setWrong] = useState<string>();
  const [saved, setSaved] = useState({ count: 0, said: '' });
  const usual = useWorkPeriod();
  const period = address.period ?? usual;
  const [scanning, setScanning] = useState(false);
  const route = address.route === null ? null : Number(address.route);
  const round = useRound(route, period);
  const whose =
    address.customer === null && address.meter !== null
      ? { meter: address.meter }
      : { customer: address.customer };
  const context = useReadingContext(whose, period);
  const asked = address.customer !== null || address.meter !== null;
  const missing = context.error instanceof ApiProblem && context.error.status === 404;

  useEffect(() => {
    if (!asked) input.current?.focus();
  }, [asked]);

  const find = () => {
    const number = normalizeCustomerNumber(typed);
    setWrong(number.ok ? undefined : t(`entry.invalid.${number.reason}`));
    if (number.ok) void setAddress({ customer: number.value, meter: null });
  };
  const scanned = useCallback(
    (code: ScannedCode) => {
      setScanning(false);
      setWrong(undefined);
      setTyped('customer' in code ? code.customer : '');
      void setAddress(
        'customer' in code ? { customer: code.customer, meter: null } : { customer: null, meter: code.meter },
      );
    },
    [setAddress],
  );
  const next = () => {
    const following = round.data && nextStop(round.data.stops, context.data?.customer.id ?? null);
    setTyped(following?.customer_number ?? '');
    void setAddress({ customer: following?.customer_number ?? null, meter: null });
    input.current?.focus();
  };

  return (
    <div className={classes.page}>
      <PageHeader title={t('entry.title')} hint={t('entry.hint')} />
      <Panel>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            find();
          }}
        >
          <Group align="flex-end" gap="sm">
            <TextInput
              ref={input}
              className={classes.number}
              size="md"
              label={t('entry.number')}
              description={t('entry.numberHint')}
              inputMode="numeric"
              autoComplete="off"
              value={typed}
              error={
                wrong ??
                (missing
                  ? t(address.meter === null ? 'entry.notFound' : 'entry.noMeter', { meter: address.meter })
                  : undefined)
              }
              onChange={(event) => {
                setTyped(event.currentTarget.value);
                setWrong(undefined);
              }}
            />
            <Button type="submit" size="md">
              {t('entry.find')}
            </Button>
            <Button
              size="md"
              variant="default"
              leftSection={<Icon name="qr" size={18} />}
              onClick={() => {
                setScanning(true);
              }}
            >
              {t('entry.scan')}
            </Button>
            <PeriodInput
              className={classes.period}
              value={period}
              onChange={(value) => void setAddress({ period: value === usual ? null : value })}
            />
          </Group>
        </form>
        {round.data && (
          <RoundBar round={round.data} current={context.data?.customer.id ?? null} onSkip={next} />
        )}
        {/* Always there: what comes into it is read aloud, what comes with it is not. */}
        <div role="status" className={saved.count > 0 ? classes.saved : undefined}>
          {saved.count > 0 && (
            <>
              <Text size="sm" fw={600}>
                {saved.said}
              </Text>
              <Text size="sm" c="dimmed">
                {t('entry.sessionCount', { count: saved.count })}
              </Text>
            </>
          )}
        </div>
      </Panel>
      {context.isError && !missing && (
        <ProblemPanel error={context.error} onRetry={() => void context.refetch()} />
      )}
      {scanning && (
        <ScanDialog
          onClose={() => {
            setScanning(false);
          }}
          onFound={scanned}
        />
      )}
      {asked && context.isPending && <DetailSkeleton />}
      {asked && context.data && (
        <StandForm
          key={`${context.data.customer.id.toString()}-${context.data.period}`}
          context={context.data}
          onSaved={(said) => {
            setSaved(({ count }) => ({ count: count + 1, said }));
            next();
          }}
          onLeave={next}
        />
      )}
    </div>
  );
}
