import { useQuery } from '@tanstack/react-query';
import { getDashboardOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';

/** Live while it is looked at: once a minute, on focus, and after every write of this person. */
export const useDashboard = () => useQuery({ ...getDashboardOptions(), refetchInterval: 60_000 });
