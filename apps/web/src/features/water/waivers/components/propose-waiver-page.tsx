import { Button, Group, Stack, Text } from '@mantine/core';
import type { ProposeWaiverBody } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { PageHeader } from '../../../../components/page/page-header';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { WaiverEffect } from '../../../../components/waiver-effect';
import { useAction } from '../../../../lib/use-action';
import { previewWaiver, proposeWaiver } from '../api/waivers-api';
import { WaiverFields } from './waiver-fields';
import { bodyOf, EMPTY, problemsOf, type WaiverForm } from './waiver-form';

/** A programme is written, simulated, and then somebody else is asked. Any change takes the figures away. */
export function ProposeWaiverPage() {
  const { t } = useTranslation('waivers');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const [form, setForm] = useState<WaiverForm>(EMPTY);
  const [asking, setAsking] = useState(false);
  const preview = useAction({ perform: previewWaiver });
  const send = useAction({
    perform: (_reason: string) => proposeWaiver(preview.variables as ProposeWaiverBody),
    done: () => t('proposed'),
    onSuccess: () => void navigate('/waivers'),
  });
  const [tried, setTried] = useState(false);
  const problems = problemsOf(form, t);
  return (
    <Stack>
      <PageHeader title={t('propose')} hint={t('form.hint')} back={{ to: '/waivers', label: t('title') }} />
      <Panel>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            const body = bodyOf(form);
            if (body !== null && Object.values(problems).every((problem) => problem === null))
              preview.run(body);
          }}
        >
          <WaiverFields
            form={form}
            problems={tried ? problems : undefined}
            onChange={(change) => {
              setForm((now) => ({ ...now, ...change }));
              preview.reset();
            }}
          />
          <Group mt="md">
            <Button type="submit" variant={preview.data ? 'default' : 'filled'} loading={preview.isPending}>
              {t('form.simulate')}
            </Button>
          </Group>
        </form>
      </Panel>
      {preview.isError && <ProblemPanel error={preview.error} />}
      {preview.data && (
        <Panel title={common('waiverEffect.title')}>
          <WaiverEffect effect={preview.data} />
          <Group mt="md">
            <Button
              disabled={preview.data.bills === 0}
              onClick={() => {
                setAsking(true);
              }}
            >
              {t('form.send')}
            </Button>
          </Group>
        </Panel>
      )}
      <ConfirmDialog
        opened={asking}
        onClose={() => {
          setAsking(false);
        }}
        title={t('form.sendTitle')}
        confirmLabel={t('form.send')}
        action={send}
      >
        <Text size="sm">{t('form.sendBody')}</Text>
      </ConfirmDialog>
    </Stack>
  );
}
