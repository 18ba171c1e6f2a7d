import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { MOST_CHARGES } from '@tirtapay/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router-dom';
import { NumberField } from '../../../../components/form/number-field';
import { Money } from '../../../../components/money';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { Fields, Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { saysNothing } from '../../../../lib/api-problem';
import { formatMoney } from '../../../../lib/format';
import { numberIn, numberProblem, type TypedNumber } from '../../../../lib/number-words';
import { useAction } from '../../../../lib/use-action';
import { bill, useCharges, usePayer } from '../api/charges-api';

const COUNT = { min: 1, max: MOST_CHARGES };

/** One charge for one customer. What it costs is not typed. */
export function BillChargePage() {
  const { t } = useTranslation('charges');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const customerId = Number(useParams().id);
  const payer = usePayer(customerId);
  const charges = useCharges();
  const [chosen, setChosen] = useState<string | null>(null);
  const [quantity, setQuantity] = useState<TypedNumber>(1);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  // One page is one request: sent twice it is still one bill.
  const [requestId] = useState(() => crypto.randomUUID());
  const action = useAction({
    perform: bill,
    done: ({ bill_number }) => t('bill.done', { number: bill_number }),
    onSuccess: ({ bill_id }) => void navigate(`/bills/${String(bill_id)}`),
  });
  if (payer.isError && payer.data === undefined)
    return <ProblemPanel error={payer.error} onRetry={() => void payer.refetch()} />;
  if (charges.isError && charges.data === undefined)
    return <ProblemPanel error={charges.error} onRetry={() => void charges.refetch()} />;
  if (!payer.data || !charges.data) return <DetailSkeleton />;
  const offered = charges.data.filter(({ active }) => active);
  const charge = offered.find(({ id }) => String(id) === chosen);
  const countProblem = numberProblem(quantity, COUNT);
  const count = countProblem === null ? numberIn(quantity) : null;
  // Nobody knows whether the bill is there: only the very same may be sent again.
  const unknown = action.isError && saysNothing(action.error);
  return (
    <Stack>
      <PageHeader
        title={t('bill.title')}
        hint={`${payer.data.customer_number} · ${payer.data.name}`}
        back={{ to: `/customers/${String(customerId)}?tab=bills`, label: payer.data.name }}
      />
      <Panel>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (charge === undefined || count === null) return;
            action.run({
              customer_id: customerId,
              charge_id: charge.id,
              quantity: count,
              request_id: requestId,
              ...(note.trim() !== '' && { note: note.trim() }),
            });
          }}
        >
          <Stack maw={480}>
            <Select
              label={t('bill.charge')}
              placeholder={offered.length === 0 ? t('bill.none') : t('bill.choose')}
              withAsterisk
              disabled={unknown}
              error={tried && charge === undefined ? common('form.required') : undefined}
              data={offered.map(({ id, name, price }) => ({
                value: String(id),
                label: `${name} · ${formatMoney(price)}`,
              }))}
              value={chosen}
              onChange={setChosen}
            />
            <NumberField
              label={t('bill.quantity')}
              withAsterisk
              disabled={unknown}
              limits={COUNT}
              error={tried ? countProblem : undefined}
              value={quantity}
              onChange={setQuantity}
            />
            <TextInput
              label={t('bill.note')}
              maxLength={200}
              disabled={unknown}
              value={note}
              onChange={(event) => {
                setNote(event.currentTarget.value);
              }}
            />
            {charge !== undefined && count !== null && (
              <Fields rows={[{ label: t('bill.total'), value: <Money amount={charge.price * count} /> }]} />
            )}
            <Text size="xs" c="dimmed">
              {t('bill.hint')}
            </Text>
            {action.isError && <ProblemPanel error={action.error} />}
            {unknown && <Text size="sm">{t('bill.unknown')}</Text>}
            <Group>
              <Button type="submit" loading={action.isPending}>
                {t('bill.send')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Panel>
    </Stack>
  );
}
