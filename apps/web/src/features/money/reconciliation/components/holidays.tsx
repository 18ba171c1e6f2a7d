import { Button, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import type { AddHolidayBody, AgreementDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { useFormAction } from '../../../../components/form/use-form-action';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { formatDate } from '../../../../lib/format';
import { useUtility } from '../../../../lib/reference-data';
import { useAction } from '../../../../lib/use-action';
import { usePermission } from '../../../../lib/use-permission';
import { addHoliday, removeHoliday } from '../api/reconciliation-api';

interface Values extends Record<string, unknown> {
  day: string;
  name: string;
}

function AddHoliday({ bankId, onClose }: { bankId: number; onClose: () => void }) {
  const { t } = useTranslation('reconciliation');
  const { t: common } = useTranslation();
  const form = useForm<Values>({
    initialValues: { day: '', name: '' },
    validate: {
      day: (value) => (value === '' ? t('begin.dateMissing') : null),
      name: (value) => (value.trim() === '' ? common('form.required') : null),
    },
  });
  const { sending } = useFormAction(form, {
    perform: (body: AddHolidayBody) => addHoliday({ bankId, body }),
    asks: ({ day, name }) => ({ day, name: name.trim() }),
    done: () => t('agreement.holidaySaved'),
    onSuccess: onClose,
  });
  return (
    <FormDialog opened onClose={onClose} title={t('agreement.addHoliday')} {...sending}>
      <Stack>
        <TextInput type="date" label={t('date')} withAsterisk {...form.getInputProps('day')} />
        <TextInput
          label={t('agreement.holidayName')}
          withAsterisk
          maxLength={80}
          {...form.getInputProps('name')}
        />
      </Stack>
    </FormDialog>
  );
}

/** Days on which a bank does not settle, beside its days of the week; one that has begun stays. */
export function Holidays({ agreement }: { agreement: AgreementDto }) {
  const { t } = useTranslation('reconciliation');
  const mayManage = usePermission('reconciliation.manage');
  const utility = useUtility();
  const [adding, { open, close }] = useDisclosure(false);
  const remove = useAction({
    perform: (day: string) => removeHoliday({ bankId: agreement.bank_id, day }),
    done: () => t('agreement.holidayRemoved'),
  });
  const today = utility.data?.business_date ?? '';
  return (
    <Panel
      title={t('agreement.holidays')}
      action={
        mayManage && (
          <Button size="compact-sm" variant="default" onClick={open}>
            {t('agreement.addHoliday')}
          </Button>
        )
      }
    >
      {remove.isError && <ProblemPanel error={remove.error} />}
      {agreement.holidays.length === 0 ? (
        <Text size="sm">{t('agreement.noHolidays')}</Text>
      ) : (
        <Table>
          <Table.Tbody>
            {agreement.holidays.map(({ day, name }) => (
              <Table.Tr key={day}>
                <Table.Td>
                  <Group justify="space-between" wrap="nowrap">
                    <div>
                      <Text size="sm">{formatDate(day)}</Text>
                      <Text size="xs" c="dimmed">
                        {name}
                      </Text>
                    </div>
                    {mayManage && today !== '' && day > today && (
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        color="red"
                        loading={remove.isPending}
                        aria-label={t('agreement.removeHoliday', { day: formatDate(day) })}
                        onClick={() => {
                          remove.run(day);
                        }}
                      >
                        {t('agreement.remove')}
                      </Button>
                    )}
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {adding && <AddHoliday bankId={agreement.bank_id} onClose={close} />}
    </Panel>
  );
}
