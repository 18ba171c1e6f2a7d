import { Text } from '@mantine/core';
import type { BankStatusDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/icon';
import { formatPercent } from '../../../lib/format';
import classes from './banks.module.css';
import { findingsOf } from './findings';

/** What stands behind the light, as sentences that say what to do. */
export function FindingList({ active, status }: { active: boolean; status: BankStatusDto }) {
  const { t } = useTranslation('banks');
  const findings = findingsOf(active, status);
  if (findings.length === 0) return null;
  return (
    <ul className={classes.findings}>
      {findings.map((finding) => (
        <li key={finding.kind}>
          <Icon name="warning" size={16} />
          <Text size="sm" component="span">
            {finding.kind === 'errors'
              ? t('finding.errors', { percent: formatPercent(finding.fraction) })
              : 'count' in finding
                ? t(`finding.${finding.kind}`, { count: finding.count })
                : t(`finding.${finding.kind}`)}
          </Text>
        </li>
      ))}
    </ul>
  );
}
