import { Alert } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { useWait } from '../../../../components/page/use-wait';
import type { ApiProblem } from '../../../../lib/api-problem';
import { formatClock } from '../../../../lib/format';

/** When the next attempt makes sense: as a time of day, and counting down. */
export function LockoutNotice({ problem, since }: { problem: ApiProblem; since: number }) {
  const { t } = useTranslation('session');
  const wait = useWait();
  const until = since + (problem.retryAfter ?? 0) * 1000;
  const [now, setNow] = useState(since);
  useInterval(
    () => {
      setNow(Date.now());
    },
    1000,
    { autoInvoke: true },
  );
  const left = Math.max(0, Math.ceil((until - now) / 1000));
  return (
    <Alert color="red" variant="light" icon={<Icon name="warning" />} role="alert" title={problem.title}>
      {left > 0 && t('locked', { at: formatClock(new Date(until).toISOString()), wait: wait(left) })}
    </Alert>
  );
}
