import type { PpobServiceDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DetailSkeleton } from '../page/page-states';
import { ProblemPanel } from '../page/problem-panel';
import { ItemFields } from './item-fields';
import type { Filled } from './offers';
import { usePpobPrices, usePpobServices } from './ppob-api';
import type { PpobItem } from './ppob-item';
import { QuotePanel } from './quote-panel';
import { ServicePicker } from './service-picker';

interface PpobItemFormProps {
  /** The item was priced and agreed to; nothing is sold yet. */
  onReady: (item: PpobItem) => void;
  /** What agreeing means where the form stands, for instance putting it into a basket. */
  confirmLabel?: string;
}

type Step =
  | { at: 'service' }
  | { at: 'fields'; service: PpobServiceDto; filled: Filled }
  | { at: 'quote'; service: PpobServiceDto; filled: Filled; item: PpobItem };

/** One form for the twelve services: which, for whom, for how much. */
export function PpobItemForm({ onReady, confirmLabel }: PpobItemFormProps) {
  const { t } = useTranslation('ppob');
  const services = usePpobServices();
  const prices = usePpobPrices();
  const [step, setStep] = useState<Step>({ at: 'service' });
  // What is known stays on the screen while it is asked for again: a form must not vanish under somebody who types.
  const failed = [services, prices].find(({ isError, data }) => isError && data === undefined);
  if (failed !== undefined)
    return <ProblemPanel error={failed.error} onRetry={() => void failed.refetch()} />;
  if (services.data === undefined || prices.data === undefined) return <DetailSkeleton />;
  switch (step.at) {
    case 'service':
      return (
        <ServicePicker
          services={services.data}
          onPick={(service) => {
            setStep({ at: 'fields', service, filled: {} });
          }}
        />
      );
    case 'fields':
      return (
        <ItemFields
          service={step.service}
          prices={prices.data}
          before={step.filled}
          onQuoted={(item, filled) => {
            setStep({ at: 'quote', service: step.service, filled, item });
          }}
          onBack={() => {
            setStep({ at: 'service' });
          }}
        />
      );
    case 'quote':
      return (
        <QuotePanel
          quote={step.item.quote}
          confirmLabel={confirmLabel ?? t('quote.confirm')}
          onConfirm={() => {
            onReady(step.item);
            setStep({ at: 'service' });
          }}
          onChange={() => {
            setStep({ at: 'fields', service: step.service, filled: step.filled });
          }}
        />
      );
  }
}
