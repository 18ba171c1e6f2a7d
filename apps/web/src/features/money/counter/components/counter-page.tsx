import { Alert, Anchor, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { useOwnShift } from '../api/counter-api';
import { LeftBasket } from './left-basket';
import { OpenShift } from './open-shift';
import { SaleScreen } from './sale-screen';
import { ShiftStrip } from './shift-strip';

/** The counter: a drawer is taken over, things are sold, the drawer is counted. */
export function CounterPage() {
  const { t } = useTranslation('counter');
  const own = useOwnShift();
  if (own.isError && own.data === undefined)
    return (
      <>
        <PageHeader title={t('title')} />
        <ProblemPanel error={own.error} onRetry={() => void own.refetch()} />
      </>
    );
  if (own.data === undefined) return <DetailSkeleton />;
  const shift = own.data;
  if (shift === null)
    return (
      <>
        <PageHeader title={t('open.title')} />
        <LeftBasket />
        <OpenShift />
      </>
    );
  if (shift.state === 'COUNTED')
    return (
      <>
        <PageHeader title={t('title')} hint={shift.drawer_name} />
        <LeftBasket />
        <Alert color="yellow" variant="light" icon={<Icon name="inbox" />} title={t('waiting.title')}>
          {t('waiting.body')}{' '}
          <Anchor component={Link} to={`/shifts/${String(shift.id)}`} size="sm">
            {t('strip.sales')}
          </Anchor>
          <Group mt="sm">
            <Button variant="default" size="xs" onClick={() => void own.refetch()}>
              {t('waiting.check')}
            </Button>
          </Group>
        </Alert>
      </>
    );
  return (
    <>
      <ShiftStrip shift={shift} />
      <SaleScreen shift={shift} />
    </>
  );
}
