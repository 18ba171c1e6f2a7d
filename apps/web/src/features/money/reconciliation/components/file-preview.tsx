import { Alert, Badge, Code, Group, Radio, Stack, Table, Text } from '@mantine/core';
import type { FilePreviewDto, FileReadingDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { Money } from '../../../../components/money';
import { Fields, Panel } from '../../../../components/page/panel';
import { WideTable } from '../../../../components/wide-table';
import { formatDateShort, formatNumber } from '../../../../lib/format';

const DELIMITER_NAMES: Readonly<Record<string, string>> = { ',': ',', ';': ';', '|': '|', '\t': 'Tab' };

function Found({ reading }: { reading: FileReadingDto }) {
  const { t } = useTranslation('reconciliation');
  const { file, detected, credits, debits } = reading;
  const amount = ({ rupiah, sen }: { rupiah: number; sen: number }) => (
    <>
      <Money amount={rupiah} />
      {sen !== 0 && ` + ${String(sen)} sen`}
    </>
  );
  return (
    <Fields
      rows={[
        {
          label: t('preview.format'),
          value:
            file.mapping.name === ''
              ? t('preview.unknown')
              : `${t(`formats.${file.format}`)} · ${file.mapping.name}`,
        },
        {
          label: t('preview.encoding'),
          value: `${detected.encoding.toUpperCase()}${detected.byte_order_mark ? ' (BOM)' : ''}`,
        },
        {
          label: t('preview.delimiter'),
          value:
            detected.delimiter === null ? '—' : (DELIMITER_NAMES[detected.delimiter] ?? detected.delimiter),
        },
        { label: t('preview.account'), value: file.account ?? '—' },
        {
          label: t('preview.period'),
          value: file.period
            ? `${formatDateShort(file.period.from)} – ${formatDateShort(file.period.to)}`
            : '—',
        },
        { label: t('preview.rows'), value: formatNumber(file.rows_read) },
        {
          label: t('preview.credits'),
          value: (
            <>
              {formatNumber(credits.count)} · {amount({ rupiah: credits.total, sen: credits.sen })}
            </>
          ),
        },
        {
          label: t('preview.debits'),
          value: (
            <>
              {formatNumber(debits.count)} · {amount({ rupiah: debits.total, sen: debits.sen })}
            </>
          ),
        },
        ...(file.opening && file.closing
          ? [
              { label: t('preview.opening'), value: amount(file.opening) },
              { label: t('preview.closing'), value: amount(file.closing) },
            ]
          : []),
        ...(file.trailer
          ? [
              {
                label: t('preview.trailer'),
                value: (
                  <>
                    {formatNumber(file.trailer.count)} · <Money amount={file.trailer.total} />
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function Columns({ reading }: { reading: FileReadingDto }) {
  const { t } = useTranslation('reconciliation');
  return (
    <WideTable label={t('preview.columns')} minWidth={620}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th ta="right">#</Table.Th>
          <Table.Th>{t('preview.header')}</Table.Th>
          <Table.Th>{t('preview.taken')}</Table.Th>
          <Table.Th>{t('preview.readAs')}</Table.Th>
          <Table.Th>{t('preview.example')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {reading.detected.columns.map((column) => (
          <Table.Tr key={column.position}>
            <Table.Td ta="right">{column.position}</Table.Td>
            <Table.Td>{column.header}</Table.Td>
            <Table.Td>
              {column.field === null ? t('preview.ignored') : t(`field.${column.field}` as 'field.amount')}
            </Table.Td>
            <Table.Td>
              {[column.amounts, column.dates]
                .filter((value) => value !== null)
                .map((value) => t(`reading.${value}`))
                .join(' ')}
            </Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{column.example}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function Mistakes({ reading }: { reading: FileReadingDto }) {
  const { t } = useTranslation('reconciliation');
  return (
    <Alert
      color="red"
      variant="light"
      icon={<Icon name="warning" />}
      title={t('preview.mistakes', { count: reading.errors_total })}
      role="alert"
    >
      <Stack gap="xs">
        <Text size="sm">{t('preview.nothingStored')}</Text>
        {reading.errors.map((error, index) => (
          <div key={`${error.code}-${String(error.line)}-${String(index)}`}>
            <Text size="sm">
              {error.line === null ? '' : `${t('preview.line', { line: error.line })}: `}
              {t(`mistake.${error.code}`)}
            </Text>
            {error.words !== '' && (
              <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {error.words}
              </Code>
            )}
          </div>
        ))}
      </Stack>
    </Alert>
  );
}

function Sample({ reading }: { reading: FileReadingDto }) {
  const { t } = useTranslation('reconciliation');
  return (
    <WideTable label={t('preview.sample')} minWidth={760}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th ta="right">{t('item.line')}</Table.Th>
          <Table.Th>{t('item.booked')}</Table.Th>
          <Table.Th>{t('item.kind')}</Table.Th>
          <Table.Th ta="right">{t('item.amount')}</Table.Th>
          <Table.Th>{t('item.reference')}</Table.Th>
          <Table.Th>{t('item.customer')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {reading.sample.map((line, index) => (
          <Table.Tr key={`${String(line.line)}-${String(index)}`}>
            <Table.Td ta="right">{line.line}</Table.Td>
            <Table.Td style={{ whiteSpace: 'nowrap' }}>
              {line.booked_on === null
                ? t('item.notSettled')
                : `${formatDateShort(line.booked_on)} ${line.booked_at ?? ''}`}
            </Table.Td>
            <Table.Td>{t(`kind.${line.kind}`)}</Table.Td>
            <Table.Td ta="right">
              <Money amount={line.direction === 'CREDIT' ? line.amount : -line.amount} />
            </Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              {line.reference ?? line.bank_reference ?? '—'}
            </Table.Td>
            <Table.Td>{line.customer_number ?? line.va_number ?? '—'}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

interface FilePreviewProps {
  preview: FilePreviewDto;
  busy: boolean;
  onAnswer: (position: number, value: string) => void;
}

/** What was found out about a file before anything of it is stored. */
export function FilePreview({ preview: { reading }, busy, onAnswer }: FilePreviewProps) {
  const { t } = useTranslation('reconciliation');
  return (
    <>
      {reading.errors_total > 0 && <Mistakes reading={reading} />}
      {reading.questions.length > 0 && (
        <Panel title={t('preview.questions')}>
          <Stack>
            <Text size="sm">{t('preview.questionsHint')}</Text>
            {reading.questions.map((question) => (
              <Radio.Group
                key={question.position}
                label={t('preview.question', {
                  header: question.header || String(question.position),
                  example: question.example,
                })}
                onChange={(value) => {
                  onAnswer(question.position, value);
                }}
              >
                <Stack gap="xs" mt="xs">
                  {question.choices.map((choice) => (
                    <Radio
                      key={choice.value}
                      value={choice.value}
                      disabled={busy}
                      label={`${t(`reading.${choice.value}`)}: ${choice.means}`}
                    />
                  ))}
                </Stack>
              </Radio.Group>
            ))}
          </Stack>
        </Panel>
      )}
      <Panel
        title={t('preview.title')}
        action={
          <Group>
            <Badge color={reading.storable ? 'teal' : 'red'} variant="light" radius="sm" tt="none">
              {t(reading.storable ? 'preview.ties' : 'preview.doesNotTie')}
            </Badge>
          </Group>
        }
      >
        <Found reading={reading} />
      </Panel>
      {reading.detected.columns.length > 0 && (
        <Panel title={t('preview.columns')}>
          <Columns reading={reading} />
        </Panel>
      )}
      {reading.sample.length > 0 && (
        <Panel title={t('preview.sample')}>
          <Sample reading={reading} />
        </Panel>
      )}
    </>
  );
}
