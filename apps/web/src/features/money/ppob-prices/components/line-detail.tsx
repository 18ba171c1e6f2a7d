import { Button, Group, Stack } from '@mantine/core';
import type { PriceLineDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { ApprovalLink } from '../../../../components/approval-link';
import { Money } from '../../../../components/money';
import { Fields } from '../../../../components/page/panel';
import { StatusBadge } from '../../../../components/status-badge';
import { formatMoment } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import type { PriceTask } from './price-dialog';
import { serviceName } from '../../../../lib/service-name';

/** One line of the price list: what it says, since when, by whose decision, and how to change it. */
export function LineDetail({ line, onTask }: { line: PriceLineDto; onTask: (task: PriceTask) => void }) {
  const { t } = useTranslation('ppob-prices');
  const mayReadApprovals = usePermission('approval.read');
  const mayManage = usePermission('ppob.manage');
  const amount = (value: number | null) => (value === null ? t('bySupplier') : <Money amount={value} />);
  return (
    <Stack>
      <div>
        <StatusBadge kind="priceLine" state={line.state} />
      </div>
      <Fields
        rows={[
          { label: t('service'), value: serviceName(line.service_code) },
          ...(line.variant === '' ? [] : [{ label: t('variant'), value: line.variant }]),
          { label: t('price'), value: amount(line.price) },
          { label: t('cost'), value: amount(line.cost) },
          ...(line.margin === null ? [] : [{ label: t('margin'), value: <Money amount={line.margin} /> }]),
          { label: t('sku'), value: line.sku },
          { label: t('from'), value: formatMoment(line.effective_from) },
          {
            label: t('until'),
            value: line.effective_to === null ? t('open') : formatMoment(line.effective_to),
          },
          ...(line.approval_id === null || !mayReadApprovals
            ? []
            : [
                {
                  label: t('approval'),
                  value: <ApprovalLink id={line.approval_id}>{t('see')}</ApprovalLink>,
                },
              ]),
        ]}
      />
      {mayManage && line.state !== 'ENDED' && (
        <Group>
          <Button
            onClick={() => {
              onTask({ kind: 'OFFER', service: line.service_code, line });
            }}
          >
            {t('changePrice')}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              onTask({ kind: 'WITHDRAW', service: line.service_code, line });
            }}
          >
            {t('withdraw')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
