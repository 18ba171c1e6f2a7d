import type { PenaltyPolicyDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { formatMoney, formatPeriod } from '../../../../lib/format';

/** A rule in one line, as it would be read out in a meeting. */
export function useRuleText(): (policy: PenaltyPolicyDto) => string {
  const { t } = useTranslation('penalties');
  return (policy) => {
    const amount = formatMoney(policy.amount ?? 0);
    const percent = String((policy.basis_points ?? 0) / 100).replace('.', ',');
    const cap = policy.cap === null ? '' : `, ${t('rule.cap', { amount: formatMoney(policy.cap) })}`;
    switch (policy.mode) {
      case 'FLAT_PER_BILL':
        return t('rule.perBill', { amount }) + cap;
      case 'FLAT_PER_MONTH_LATE':
        return t('rule.perMonth', { amount }) + cap;
      case 'PERCENT':
        return t(policy.per_month ? 'rule.percentMonthly' : 'rule.percent', { percent }) + cap;
      case 'TIER_BY_AGE':
        return (
          (policy.tiers ?? [])
            .map((tier) => t('rule.tier', { month: tier.from_month, amount: formatMoney(tier.amount) }))
            .join(' · ') + cap
        );
    }
  };
}

export function useValidity(): (policy: PenaltyPolicyDto) => string {
  const { t } = useTranslation('penalties');
  return (policy) =>
    policy.valid_to === null
      ? t('since', { from: formatPeriod(policy.valid_from) })
      : t('between', { from: formatPeriod(policy.valid_from), to: formatPeriod(policy.valid_to) });
}
