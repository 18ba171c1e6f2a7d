import { useQuery } from '@tanstack/react-query';
import { getOutboundCallOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';

export const useOutboundCall = (id: number) => useQuery(getOutboundCallOptions({ path: { id } }));
