import { ActionIcon, Button, Table, Text, VisuallyHidden } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { WideTable } from '../../../../components/wide-table';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../../../../components/form/number-field';
import { Icon } from '../../../../components/icon';
import { Panel } from '../../../../components/page/panel';
import { formatNumber } from '../../../../lib/format';
import { lowerOf, MONEY_LIMITS, nextId } from './proposal';
import type { ProposalValues } from './proposal';

/** Only ends and prices are typed. Taking a block away joins its neighbours, so the scale never has a hole. */
export function BlockEditor({ form }: { form: UseFormReturnType<ProposalValues> }) {
  const { t } = useTranslation('tariffs');
  const { blocks } = form.values;
  const last = blocks.length - 1;
  const add = () => {
    const from = lowerOf(blocks, last);
    form.setFieldValue('blocks', [
      ...blocks.slice(0, last),
      { id: nextId(), upper: from + 10, rate: blocks[last]?.rate ?? 0 },
      ...blocks.slice(last),
    ]);
  };
  return (
    <Panel
      title={t('propose.blocks')}
      action={
        <Button size="xs" variant="default" leftSection={<Icon name="plus" size={14} />} onClick={add}>
          {t('propose.addBlock')}
        </Button>
      }
    >
      <Text size="sm" c="dimmed" mb="xs">
        {t('propose.blocksHint')}
      </Text>
      <WideTable label={t('propose.blocks')} minWidth={430} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('propose.from')}</Table.Th>
            <Table.Th>{t('propose.upTo')}</Table.Th>
            <Table.Th>{t('propose.rate')}</Table.Th>
            <Table.Th>
              <VisuallyHidden>{t('propose.removeHeader')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {blocks.map((block, index) => {
            const no = index + 1;
            const from = lowerOf(blocks, index);
            return (
              <Table.Tr key={block.id}>
                <Table.Td>{formatNumber(from === 0 ? 0 : from + 1)}</Table.Td>
                <Table.Td>
                  {index === last ? (
                    t('propose.above')
                  ) : (
                    <NumberField
                      aria-label={t('propose.upToLabel', { no })}
                      w={120}
                      key={form.key(`blocks.${String(index)}.upper`)}
                      {...form.getInputProps(`blocks.${String(index)}.upper`)}
                    />
                  )}
                </Table.Td>
                <Table.Td>
                  <NumberField
                    unit="Rp"
                    limits={MONEY_LIMITS}
                    aria-label={t('propose.rateLabel', { no })}
                    w={140}
                    key={form.key(`blocks.${String(index)}.rate`)}
                    {...form.getInputProps(`blocks.${String(index)}.rate`)}
                  />
                </Table.Td>
                <Table.Td>
                  {blocks.length > 1 && (
                    <ActionIcon
                      variant="subtle"
                      color="red"
                      aria-label={t('propose.removeBlock', { no })}
                      onClick={() => {
                        form.removeListItem('blocks', index);
                      }}
                    >
                      <Icon name="close" size={16} />
                    </ActionIcon>
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </WideTable>
    </Panel>
  );
}
