import { Alert, Code, Stack, Text } from '@mantine/core';
import type { SignatureCheckDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import type { IconName } from '../../../../components/icon';
import { Fields, Panel } from '../../../../components/page/panel';
import { formatNumber } from '../../../../lib/format';
import classes from './checker.module.css';
import { CompareStrings } from './compare-strings';
import { verdictOfCheck } from './verdict-of-check';
import type { CheckVerdict } from './verdict-of-check';

const LOOK: Record<CheckVerdict['kind'], { color: string; icon: IconName }> = {
  VALID: { color: 'teal', icon: 'check' },
  LATE: { color: 'yellow', icon: 'clock' },
  INVALID: { color: 'red', icon: 'close' },
  COMPARED: { color: 'water', icon: 'search' },
};

function Problems({ problems }: { problems: CheckVerdict['problems'] }) {
  const { t } = useTranslation('signature-checker');
  if (problems.length === 0) return null;
  return (
    <Panel title={t('problems')}>
      <ol className={classes.problems}>
        {problems.map((found) => (
          <li key={found.code}>
            <Text size="sm">{found.message}</Text>
            <Text size="sm" mt={2}>
              <Text span size="sm" fw={600}>
                {t('advice.title')}
              </Text>{' '}
              {t(`advice.${found.code}`)}
            </Text>
            <Code fz="xs">{found.code}</Code>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function useSkew(): (seconds: number | null) => string {
  const { t } = useTranslation('signature-checker');
  return (seconds) => {
    if (seconds === null) return t('facts.skewUnknown');
    if (seconds === 0) return t('facts.skewNone');
    const size = { seconds: formatNumber(Math.abs(seconds)) };
    return seconds > 0 ? t('facts.behind', size) : t('facts.ahead', size);
  };
}

interface CheckResultProps {
  check: SignatureCheckDto;
  /** As they were when it was checked. */
  signature: string;
  theirs: string;
}

/** The verdict, what is wrong and what to do, and the two strings to sign. */
export function CheckResult({ check, signature, theirs }: CheckResultProps) {
  const { t } = useTranslation('signature-checker');
  const skew = useSkew();
  const { kind, problems } = verdictOfCheck(check, signature);
  return (
    <Stack>
      <Alert
        color={LOOK[kind].color}
        variant="light"
        icon={<Icon name={LOOK[kind].icon} />}
        title={t(`verdict.${kind}.title`)}
      >
        {t(`verdict.${kind}.body`)}
      </Alert>
      <Problems problems={problems} />
      <CompareStrings check={check} theirs={theirs} />
      <Panel title={t('facts.title')}>
        <Fields
          rows={[
            { label: t('facts.hash'), value: <Code>{check.body_sha256}</Code> },
            { label: t('facts.skew'), value: skew(check.timestamp_skew_seconds) },
          ]}
        />
      </Panel>
    </Stack>
  );
}
