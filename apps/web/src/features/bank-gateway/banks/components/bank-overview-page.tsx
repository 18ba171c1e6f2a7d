import { Stack } from '@mantine/core';
import type { BankDto } from '@tirtapay/api-client';
import { useOutletContext } from 'react-router-dom';
import { Split } from '../../../../components/page/panel';
import { BankTerms } from './bank-terms';
import { EndpointPanel } from './endpoint-panel';
import { StatusPanel } from './status-panel';

export function BankOverviewPage() {
  const bank = useOutletContext<BankDto>();
  return (
    <Split>
      <Stack>
        <StatusPanel bank={bank} />
        <BankTerms bank={bank} changeable />
      </Stack>
      <EndpointPanel bank={bank} />
    </Split>
  );
}
