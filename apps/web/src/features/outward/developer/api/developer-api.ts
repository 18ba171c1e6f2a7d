import { useQuery } from '@tanstack/react-query';
import { listErrorCatalogueOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';

/** The catalogue is part of the release that answers it. */
export const useErrorCatalogue = () => useQuery({ ...listErrorCatalogueOptions(), staleTime: Infinity });
