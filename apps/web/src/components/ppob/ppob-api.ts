import { useQuery } from '@tanstack/react-query';
import { getPpobInvoice, quotePpobSale } from '@tirtapay/api-client';
import type { QuotePpobSaleData, SaleDto } from '@tirtapay/api-client';
import {
  getPpobSaleOptions,
  listPpobPricesOptions,
  listPpobServicesOptions,
} from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf, saveExport } from '../../lib/api';

/** Until the supplier has spoken; then nothing changes any more. */
const PENDING_MILLISECONDS = 3_000;

/** A body of the specification, as it was filled in. */
export type PpobBody = Readonly<Record<string, string | number>>;

export const usePpobServices = () => useQuery({ ...listPpobServicesOptions(), select: ({ data }) => data });

export const usePpobPrices = () => useQuery({ ...listPpobPricesOptions(), select: ({ data }) => data });

/** The sale, asked again by itself while it is pending. */
export const useSale = (id: number, known?: SaleDto) =>
  useQuery({
    ...getPpobSaleOptions({ path: { id } }),
    ...(known && { initialData: known }),
    refetchInterval: ({ state }) => (state.data?.status === 'PENDING' ? PENDING_MILLISECONDS : false),
  });

/** The form is made from the schema of the server, so its body is one of the twelve only at run time. */
export const quote = (body: PpobBody) =>
  answerOf(quotePpobSale({ body: body as QuotePpobSaleData['body'], throwOnError: true }));

export const saveInvoice = ({ id, width }: { id: number; width: '58' | '80' | null }) =>
  saveExport(
    getPpobInvoice({
      path: { id },
      ...(width !== null && { query: { width } }),
      headers: { Accept: 'application/pdf' },
      parseAs: 'blob',
      throwOnError: true,
    }),
    `invoice-${String(id)}${width === null ? '' : `-${width}mm`}.pdf`,
  );
