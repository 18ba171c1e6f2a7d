import { Group, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation, useNavigate, useParams } from 'react-router-dom';
import { OpenRequests } from '../../../../components/open-requests';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, NotFoundPage } from '../../../../components/page/page-states';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { StatusBadge } from '../../../../components/status-badge';
import { ApiProblem } from '../../../../lib/api-problem';
import { useOpenRequests } from '../../../../lib/use-open-requests';
import { useBank, useBankStatus } from '../api/banks-api';
import classes from './banks.module.css';
import { NotLive } from './not-live';

const TABS = ['overview', 'keys', 'settings', 'connection', 'certification'] as const;

/** Head and tabs of a bank. Each tab is a page with an address of its own and gets the bank through the outlet. */
export function BankFrame() {
  const { t } = useTranslation('banks');
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const id = Number(useParams().id);
  const query = useBank(id);
  const status = useBankStatus(id);
  const requests = useOpenRequests({ subjects: [`bank_integration/${String(id)}`] });
  if (query.isError && query.data === undefined) {
    return query.error instanceof ApiProblem && query.error.status === 404 ? (
      <NotFoundPage />
    ) : (
      <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />
    );
  }
  if (!query.data) return <DetailSkeleton />;
  const bank = query.data;
  const tab = TABS.find((name) => pathname.endsWith(`/${name}`)) ?? 'overview';
  return (
    <>
      <PageHeader
        title={bank.name}
        badge={
          <Group gap={6}>
            <StatusBadge kind="bankEnvironment" state={bank.environment} />
            {status.data && <StatusBadge kind="bankLight" state={status.data.light} />}
          </Group>
        }
        hint={bank.code}
        back={{ to: '/banks', label: t('title') }}
      />
      <NotLive bank={bank} />
      <OpenRequests requests={requests.data} />
      <Tabs
        value={tab}
        onChange={(name) =>
          void navigate(name === 'overview' ? `/banks/${String(id)}` : `/banks/${String(id)}/${name ?? ''}`)
        }
      >
        <Tabs.List mb="md" className={classes.tabs} aria-label={t('tab.label')}>
          {TABS.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {TABS.map((name) => (
          <Tabs.Panel key={name} value={name}>
            {name === tab && <Outlet context={bank} />}
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}
