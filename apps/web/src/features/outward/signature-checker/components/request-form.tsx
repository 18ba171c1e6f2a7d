import {
  Autocomplete,
  Button,
  Group,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { focusFirstError } from '../../../../components/form/form-problems';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { useBanks } from '../../../../lib/reference-data';
import type { CheckValues } from './check-values';
import classes from './checker.module.css';

interface RequestFormProps {
  form: UseFormReturnType<CheckValues>;
  pending: boolean;
  error: unknown;
  onCheck: (values: CheckValues) => void;
  onClear: () => void;
}

/** The names that banks are known by under a protocol, to choose from. */
function useCredentials(protocol: CheckValues['protocol']): string[] {
  const banks = useBanks().data ?? [];
  return protocol === 'NATIVE'
    ? banks.flatMap((bank) => bank.keys.filter((key) => key.protocol === 'NATIVE').map((key) => key.key_id))
    : banks.flatMap((bank) =>
        bank.snap_partners.flatMap((partner) => [partner.partner_id, partner.client_key]),
      );
}

function Headers({ form }: { form: RequestFormProps['form'] }) {
  const { t } = useTranslation('signature-checker');
  const native = form.values.protocol === 'NATIVE';
  const input = { classNames: { input: classes.code ?? '' }, spellCheck: false, autoComplete: 'off' };
  return (
    <>
      <div className={classes.pair}>
        <TextInput
          label={native ? 'X-Timestamp' : 'X-TIMESTAMP'}
          placeholder="2026-01-15T09:30:00+08:00"
          {...input}
          {...form.getInputProps('timestamp')}
        />
        {native && <TextInput label="X-Request-Id" {...input} {...form.getInputProps('request_id')} />}
      </div>
      {!native && (
        <Textarea
          label={t('field.token')}
          description={t('field.tokenHint')}
          autosize
          maxRows={4}
          {...input}
          {...form.getInputProps('access_token')}
        />
      )}
      <TextInput
        label={native ? 'X-Signature' : 'X-SIGNATURE'}
        description={t('field.signatureHint')}
        {...input}
        {...form.getInputProps('signature')}
      />
    </>
  );
}

/** The parts of a request that a signature speaks of. */
export function RequestForm({ form, pending, error, onCheck, onClear }: RequestFormProps) {
  const { t } = useTranslation('signature-checker');
  const { t: common } = useTranslation();
  const { protocol } = form.values;
  const credentials = [...new Set(useCredentials(protocol))];
  const input = { classNames: { input: classes.code ?? '' }, spellCheck: false, autoComplete: 'off' };
  const area = { ...input, autosize: true, minRows: 3, maxRows: 14 };
  return (
    <Panel title={t('request')}>
      <form
        noValidate
        onSubmit={form.onSubmit(onCheck, (errors) => {
          focusFirstError(form, errors);
        })}
      >
        <Stack gap="sm">
          <div>
            <Text size="sm" fw={500} mb={4} id="protocol">
              {common('word.protocol')}
            </Text>
            <SegmentedControl
              aria-labelledby="protocol"
              data={[
                { value: 'NATIVE', label: t('protocol.NATIVE') },
                { value: 'SNAP', label: t('protocol.SNAP') },
              ]}
              {...form.getInputProps('protocol')}
            />
          </div>
          <Autocomplete
            label={protocol === 'NATIVE' ? t('field.key') : t('field.partner')}
            data={credentials}
            withAsterisk
            {...input}
            {...form.getInputProps('credential')}
          />
          <div className={classes.pair}>
            <Autocomplete
              label={t('field.method')}
              data={['GET', 'POST', 'PUT', 'DELETE']}
              withAsterisk
              {...input}
              {...form.getInputProps('method')}
            />
            <TextInput
              label={t('field.target')}
              placeholder="/api/v1/payment/verify"
              withAsterisk
              {...input}
              {...form.getInputProps('request_target')}
            />
          </div>
          <Headers form={form} />
          <Textarea
            label={t('field.body')}
            description={t('field.bodyHint')}
            {...area}
            {...form.getInputProps('body')}
          />
          <Textarea
            label={t('field.theirs')}
            description={t('field.theirsHint')}
            {...area}
            {...form.getInputProps('bank_string')}
          />
          {error != null && <ProblemPanel error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClear}>
              {t('clear')}
            </Button>
            <Button type="submit" loading={pending}>
              {t('check')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
