import { Alert, Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../lib/format';
import { choosePrinter, PrinterProblem, supports, type PrinterTrouble } from './devices';
import { isRoll, PAPERS, usePrinterSettings, WAYS, type Way } from './printer-settings';
import { testSlip } from './slip';
import type { Printer } from './use-printer';

/** Paper and printer of this desk, with a page to try them. */
export function PrinterDialog({
  opened,
  onClose,
  printer,
}: {
  opened: boolean;
  onClose: () => void;
  printer: Printer;
}) {
  const { t } = useTranslation();
  const [settings, store] = usePrinterSettings();
  const [trouble, setTrouble] = useState<PrinterTrouble | null>(null);
  const { paper, way } = settings;
  const choose = async (wanted: Way) => {
    setTrouble(null);
    try {
      if (wanted !== 'browser') await choosePrinter(wanted);
      store({ paper, way: wanted });
    } catch (error) {
      setTrouble(error instanceof PrinterProblem ? error.trouble : 'offline');
    }
  };
  return (
    <Modal opened={opened} onClose={onClose} title={t('printer.settings')} centered>
      <Stack>
        <div>
          <Text size="sm" fw={600} mb={4}>
            {t('printer.paper')}
          </Text>
          <SegmentedControl
            fullWidth
            aria-label={t('printer.paper')}
            value={paper}
            onChange={(value) => {
              store({ paper: value, way });
            }}
            data={PAPERS.map((value) => ({
              value,
              label: t(`printer.papers.${value}` as 'printer.papers.80'),
            }))}
          />
        </div>
        {isRoll(paper) ? (
          <div>
            <Text size="sm" fw={600} mb={4}>
              {t('printer.way')}
            </Text>
            <SegmentedControl
              fullWidth
              aria-label={t('printer.way')}
              value={way}
              onChange={(value) => void choose(value)}
              data={WAYS.map((value) => ({
                value,
                label: t(`printer.ways.${value}`),
                disabled: !supports(value),
              }))}
            />
            {!supports('usb') && (
              <Text size="xs" c="dimmed" mt={4}>
                {t('printer.trouble.unsupported')}
              </Text>
            )}
          </div>
        ) : (
          <Text size="sm" c="dimmed">
            {t('printer.sheetHint')}
          </Text>
        )}
        {trouble !== null && (
          <Alert color="yellow" variant="light">
            {t(`printer.trouble.${trouble}`)}
          </Alert>
        )}
        <Text size="xs" c="dimmed">
          {t('printer.kept')}
        </Text>
        <Group justify="flex-end">
          {isRoll(paper) && (
            <Button
              variant="default"
              loading={printer.isPrinting}
              onClick={() => {
                const moment = formatMoment(new Date().toISOString());
                printer.print([testSlip(paper, t('printer.testTitle'), moment)]);
              }}
            >
              {t('printer.test')}
            </Button>
          )}
          <Button onClick={onClose}>{t('action.close')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
