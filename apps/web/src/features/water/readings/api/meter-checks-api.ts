import { useQuery } from '@tanstack/react-query';
import { reportMeterCheck, storeMeterCheckPhoto } from '@tirtapay/api-client';
import { listOpenMeterChecksOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../../lib/api';

export const useOpenChecks = () => useQuery(listOpenMeterChecksOptions());

/** The photo first: without it nothing that was seen is taken. */
export async function reportCheck(report: { id: number; stand: number; note: string; photo: Blob }) {
  const { id, stand, note, photo } = report;
  await answerOf(storeMeterCheckPhoto({ path: { id }, body: photo, throwOnError: true }));
  return answerOf(
    reportMeterCheck({ path: { id }, body: { stand, ...(note !== '' && { note }) }, throwOnError: true }),
  );
}
