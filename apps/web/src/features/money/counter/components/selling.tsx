import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core';
import type { BasketBody, BasketDto } from '@tirtapay/api-client';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { Money } from '../../../../components/money';
import { Panel } from '../../../../components/page/panel';
import { ApiProblem } from '../../../../lib/api-problem';
import { useAction } from '../../../../lib/use-action';
import { SERVER } from '../api/counter-api';
import { OutcomeUnknown, resumeTruthfully, sellTruthfully, type Turn } from '../basket/sell-basket';

/** Two windows of one browser ask one after the other, so that the second finds what the first has done. */
const turnOf =
  (id: string): Turn =>
  (work) =>
    'locks' in navigator ? navigator.locks.request(`tirtapay-basket-${id}`, work) : work();

interface SellingProps {
  body: BasketBody;
  /** Sent by this page just now; otherwise it was found and is asked about first. */
  ordered: boolean;
  onSold: (basket: BasketDto) => void;
  onNotSold: (error: Error | null) => void;
}

/** A basket on its way: nothing can be changed until it is known what became of it. */
export function Selling({ body, ordered, onSold, onNotSold }: SellingProps) {
  const { t } = useTranslation('counter');
  const action = useAction({
    perform: (how: 'sell' | 'resume') => {
      const turn = turnOf(body.id);
      return how === 'sell'
        ? turn<BasketDto | null>(() => sellTruthfully(SERVER, body))
        : resumeTruthfully(SERVER, body, turn);
    },
    onSuccess: (answer) => {
      if (answer === null) onNotSold(null);
      else onSold(answer);
    },
    onErrorTells: true,
    onError: (error) => {
      if (!(error instanceof OutcomeUnknown)) onNotSold(error);
    },
  });
  const { run } = action;
  useEffect(() => {
    run(ordered ? 'sell' : 'resume');
    // Once for this basket; what follows is a decision of the person.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [run]);
  const cause = action.error instanceof OutcomeUnknown ? action.error.cause : null;
  return (
    <Panel>
      {action.isError ? (
        <Stack>
          <Alert
            color="yellow"
            variant="light"
            icon={<Icon name="warning" />}
            role="alert"
            title={t('selling.unknown')}
          >
            <Text size="sm">{t('selling.unknownHint')}</Text>
            {cause instanceof ApiProblem && (
              <Text size="xs" c="dimmed">
                {cause.code}
                {cause.requestId !== undefined && ` · ${cause.requestId}`}
              </Text>
            )}
          </Alert>
          <Group>
            <Button
              autoFocus
              onClick={() => {
                run('resume');
              }}
            >
              {t('selling.ask')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <Group role="status" py="lg">
          <Loader size="sm" />
          <div>
            <Text fw={600}>{t(ordered ? 'selling.now' : 'selling.asking')}</Text>
            <Text size="sm" c="dimmed">
              {t('selling.given')} <Money amount={body.cash_given} />
            </Text>
          </div>
        </Group>
      )}
    </Panel>
  );
}
