import { useQuery } from '@tanstack/react-query';
import type { ReadingDto } from '@tirtapay/api-client';
import { getReadingSpreadOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { ReadingMonths } from '../../../../components/reading-months';

/** What accepting this reading says of months that were estimated or not read. */
export function ReadingSpread({ reading }: { reading: ReadingDto }) {
  const { data } = useQuery(getReadingSpreadOptions({ path: { id: reading.id } }));
  return data === undefined ? null : <ReadingMonths spread={data} />;
}
