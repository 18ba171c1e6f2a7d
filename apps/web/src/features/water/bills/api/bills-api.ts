import { useQuery } from '@tanstack/react-query';
import { getBillOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';

export const useBill = (id: number) => useQuery(getBillOptions({ path: { id } }));
