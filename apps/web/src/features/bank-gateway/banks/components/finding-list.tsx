import { Anchor, Group, Text } from '@mantine/core';
import type { BankStatusDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import { formatPercent } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import classes from './banks.module.css';
import { findingsOf } from './findings';

/** Where Admin IT finds out why a bank is refused. */
function WaysToMend({ bankId }: { bankId: number }) {
  const { t } = useTranslation('banks');
  const mayCheck = usePermission('bank.manage');
  const certification = `/banks/${String(bankId)}/certification`;
  return (
    <Group gap="md" mt={4}>
      {mayCheck && (
        <Anchor component={Link} to="/signature-checker" size="sm" underline="always">
          {t('finding.toChecker')}
        </Anchor>
      )}
      <Anchor component={Link} to={certification} size="sm" underline="always">
        {t('finding.toCertification')}
      </Anchor>
    </Group>
  );
}

interface FindingListProps {
  bankId: number;
  active: boolean;
  status: BankStatusDto;
}

/** What stands behind the light, as sentences that say what to do. */
export function FindingList({ bankId, active, status }: FindingListProps) {
  const { t } = useTranslation('banks');
  const findings = findingsOf(active, status);
  if (findings.length === 0) return null;
  return (
    <ul className={classes.findings}>
      {findings.map((finding) => (
        <li key={finding.kind}>
          <Icon name="warning" size={16} />
          <Text size="sm" component="div">
            {finding.kind === 'errors'
              ? t('finding.errors', { percent: formatPercent(finding.fraction) })
              : 'count' in finding
                ? t(`finding.${finding.kind}`, { count: finding.count })
                : t(`finding.${finding.kind}`)}
            {finding.kind === 'refused' && <WaysToMend bankId={bankId} />}
          </Text>
        </li>
      ))}
    </ul>
  );
}
