import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../icon';
import type { Printable } from './documents';
import { PrinterDialog } from './printer-dialog';
import { usePrinter } from './use-printer';

/** Prints a receipt or an invoice on the printer of this desk. Every press is one more print, and the server marks it so. */
export function PrintReceipt({ of }: { of: Printable }) {
  const { t } = useTranslation();
  const printer = usePrinter();
  const [settings, setSettings] = useState(false);
  return (
    <Group gap={0} wrap="nowrap">
      <Tooltip label={t('printer.hint')}>
        <Button
          variant="default"
          leftSection={<Icon name="print" size={16} />}
          loading={printer.isPrinting}
          onClick={() => {
            printer.print([of]);
          }}
        >
          {t('printer.print')}
        </Button>
      </Tooltip>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t('printer.settings')}
        onClick={() => {
          setSettings(true);
        }}
      >
        <Icon name="settings" size={16} />
      </ActionIcon>
      <PrinterDialog
        opened={settings}
        onClose={() => {
          setSettings(false);
        }}
        printer={printer}
      />
      {printer.outlet}
    </Group>
  );
}
