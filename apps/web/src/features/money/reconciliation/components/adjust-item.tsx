import { Button, Checkbox, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import type { AdjustItemBody, ItemDetailDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { reasonRule } from '../../../../components/form/reason';
import { ReasonField } from '../../../../components/form/reason-field';
import { useFormAction } from '../../../../components/form/use-form-action';
import { formatMoney } from '../../../../lib/format';
import { adjustItem } from '../api/reconciliation-api';
import { useItemWords } from './item-words';

interface Values extends Record<string, unknown> {
  action: AdjustItemBody['action'];
  reason: string;
  customer_number: string;
  payment_ids: string[];
  movement_ids: string[];
  claim_id: string | null;
}

/** Money of a customer: whose, where the line does not say it. */
const ASKS_CUSTOMER: readonly string[] = ['POST_PAYMENT', 'CREDIT_CUSTOMER', 'REPOST'];

function bodyOf(values: Values): AdjustItemBody {
  return {
    action: values.action,
    reason: values.reason.trim(),
    ...(ASKS_CUSTOMER.includes(values.action) &&
      values.customer_number.trim() !== '' && { customer_number: values.customer_number.trim() }),
    ...(values.action === 'ASSIGN' && {
      payment_ids: values.payment_ids.map(Number),
      movement_ids: values.movement_ids.map(Number),
    }),
    ...(values.action === 'SETTLE_CLAIM' &&
      values.claim_id !== null && { claim_id: Number(values.claim_id) }),
  };
}

/** Asks a second person to settle a difference; the usual way stands first. */
export function AdjustItem({ item }: { item: ItemDetailDto }) {
  const { t } = useTranslation('reconciliation');
  const words = useItemWords(item.statement);
  const [opened, { open, close }] = useDisclosure(false);
  const form = useForm<Values>({
    initialValues: {
      action: item.actions[0] ?? 'ACCEPT',
      reason: '',
      customer_number: item.customer_number ?? '',
      payment_ids: [],
      movement_ids: [],
      claim_id: null,
    },
    validate: {
      reason: (value) => reasonRule(10)(value),
      payment_ids: (value, values) =>
        values.action === 'ASSIGN' && value.length + values.movement_ids.length === 0
          ? t('item.chooseOne')
          : null,
      claim_id: (value, values) =>
        values.action === 'SETTLE_CLAIM' && value === null ? t('item.chooseClaim') : null,
    },
  });
  const { sending } = useFormAction(form, {
    perform: (body: AdjustItemBody) => adjustItem({ id: item.id, body }),
    asks: bodyOf,
    done: () => t('item.sent'),
    onSuccess: () => {
      close();
    },
  });
  const { action } = form.values;
  return (
    <>
      <Button onClick={open}>{t('item.settle')}</Button>
      <FormDialog
        opened={opened}
        onClose={close}
        title={t('item.settle')}
        submitLabel={t('item.ask')}
        {...sending}
      >
        <Stack>
          <Select
            label={t('item.what')}
            withAsterisk
            allowDeselect={false}
            data={item.actions.map((value) => ({ value, label: words.action(value) }))}
            {...form.getInputProps('action')}
          />
          <Text size="sm" c="dimmed">
            {words.does(action)}
          </Text>
          {ASKS_CUSTOMER.includes(action) && (
            <TextInput
              label={t('item.customer')}
              inputMode="numeric"
              {...form.getInputProps('customer_number')}
            />
          )}
          {action === 'ASSIGN' &&
            (item.candidate_payments.length > 0 || item.candidate_movements.length === 0) && (
              <Checkbox.Group label={t('item.candidates')} {...form.getInputProps('payment_ids')}>
                <Stack gap="xs" mt="xs">
                  {item.candidate_payments.map((payment) => (
                    <Checkbox
                      key={payment.id}
                      value={String(payment.id)}
                      label={`${payment.receipt_number ?? String(payment.id)} · ${payment.customer_name ?? ''} · ${formatMoney(payment.amount)}`}
                    />
                  ))}
                </Stack>
              </Checkbox.Group>
            )}
          {action === 'ASSIGN' && item.candidate_movements.length > 0 && (
            <Checkbox.Group
              label={t('item.movement')}
              {...form.getInputProps('movement_ids')}
              error={item.candidate_payments.length === 0 ? form.errors.payment_ids : undefined}
            >
              <Stack gap="xs" mt="xs">
                {item.candidate_movements.map((movement) => (
                  <Checkbox
                    key={movement.id}
                    value={String(movement.id)}
                    label={[
                      words.movement(movement.event),
                      movement.name,
                      movement.bank_reference,
                      formatMoney(movement.amount),
                    ]
                      .filter((part) => part !== null)
                      .join(' · ')}
                  />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
          {action === 'SETTLE_CLAIM' && (
            <Select
              label={t('item.claim')}
              description={item.open_claims.length === 0 ? t('item.noClaims') : undefined}
              withAsterisk
              data={item.open_claims.map((claim) => ({
                value: String(claim.item_id),
                label: `${claim.letter_number ?? String(claim.item_id)} · ${formatMoney(claim.left)}`,
              }))}
              {...form.getInputProps('claim_id')}
            />
          )}
          <ReasonField form={form} label={t('item.reason')} hint={null} />
        </Stack>
      </FormDialog>
    </>
  );
}
