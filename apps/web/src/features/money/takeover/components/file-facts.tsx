import { Alert } from '@mantine/core';
import type { TakeoverDetailDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { Money } from '../../../../components/money';
import { Fields } from '../../../../components/page/panel';
import { formatNumber } from '../../../../lib/format';

const DELIMITERS: Readonly<Record<string, string>> = { '\t': 'Tab' };

/** What a file turned out to be. */
export function FileFacts({ taken }: { taken: TakeoverDetailDto }) {
  const { t } = useTranslation('takeover');
  const { delimiter } = taken;
  return (
    <Fields
      rows={[
        { label: t('facts.file'), value: taken.file_name },
        {
          label: t('facts.format'),
          value:
            taken.format === 'XLSX'
              ? t('facts.workbook')
              : `CSV · ${taken.encoding.toUpperCase()}${taken.byte_order_mark ? ' (BOM)' : ''}`,
        },
        ...(delimiter === null
          ? []
          : [{ label: t('facts.delimiter'), value: DELIMITERS[delimiter] ?? delimiter }]),
        { label: t('facts.rows'), value: formatNumber(taken.rows_read) },
        { label: t('facts.taken'), value: formatNumber(taken.rows_read - taken.rows_refused) },
        { label: t('facts.refused'), value: formatNumber(taken.rows_refused) },
        ...(taken.kind === 'ARREARS'
          ? [{ label: t('facts.amount'), value: <Money amount={taken.amount} /> }]
          : []),
      ]}
    />
  );
}

/** Why a file cannot be read, or not to its end. */
export function FileTrouble({ taken }: { taken: TakeoverDetailDto }) {
  const { t } = useTranslation('takeover');
  if (taken.broken !== null)
    return (
      <Alert color="red" variant="light" icon={<Icon name="warning" />} title={t('broken.title')}>
        {t(`broken.${taken.broken as 'FILE_EMPTY'}`, { defaultValue: t('broken.other') })}
        {taken.broken_line !== null && ` ${t('broken.line', { line: taken.broken_line })}`}
      </Alert>
    );
  if (taken.missing.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" icon={<Icon name="warning" />} title={t('missing.title')}>
      {t('missing.body', { columns: taken.missing.join(', ') })}
    </Alert>
  );
}
