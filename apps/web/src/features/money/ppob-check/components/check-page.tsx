import { ActionIcon, Button, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { Money } from '../../../../components/money';
import { PageHeader } from '../../../../components/page/page-header';
import { EmptyMessage } from '../../../../components/page/page-states';
import { Panel, Split } from '../../../../components/page/panel';
import { fieldsToRead, type PpobItem } from '../../../../components/ppob/ppob-item';
import { PpobItemForm } from '../../../../components/ppob/ppob-item-form';
import { WideTable } from '../../../../components/wide-table';

/** What a customer asks at the desk before paying: what each thing costs, and what it comes to together. */
export function CheckPage() {
  const { t } = useTranslation('ppob-check');
  const { t: common } = useTranslation();
  const [items, setItems] = useState<readonly PpobItem[]>([]);
  const total = items.reduce((sum, { quote }) => sum + quote.total_amount, 0);
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      <Split>
        <Panel title={t('new')}>
          <PpobItemForm
            confirmLabel={t('add')}
            onReady={(item) => {
              setItems((before) => [...before, item]);
            }}
          />
        </Panel>
        <Panel
          title={t('together')}
          action={
            items.length > 0 && (
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => {
                  setItems([]);
                }}
              >
                {t('clear')}
              </Button>
            )
          }
        >
          {items.length === 0 && <EmptyMessage icon="search" title={t('empty')} hint={t('emptyHint')} />}
          {items.length > 0 && (
            <WideTable label={t('together')} minWidth={300}>
              <Table.Tbody>
                {items.map(({ key, quote }) => (
                  <Table.Tr key={key}>
                    <Table.Td>
                      {quote.service_name}
                      <Text size="xs" c="dimmed">
                        {[quote.customer_name, ...fieldsToRead(quote).map(({ value }) => value)].join(' · ')}
                      </Text>
                    </Table.Td>
                    <Table.Td ta="right">
                      <Money amount={quote.total_amount} />
                    </Table.Td>
                    <Table.Td w={44}>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        aria-label={`${common('action.remove')} ${quote.service_name}`}
                        onClick={() => {
                          setItems((before) => before.filter((item) => item.key !== key));
                        }}
                      >
                        <Icon name="close" size={16} />
                      </ActionIcon>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
              <Table.Tfoot>
                <Table.Tr>
                  <Table.Th>{common('word.total')}</Table.Th>
                  <Table.Th ta="right" data-testid="together">
                    <Money amount={total} />
                  </Table.Th>
                  <Table.Th />
                </Table.Tr>
              </Table.Tfoot>
            </WideTable>
          )}
        </Panel>
      </Split>
    </>
  );
}
