import { useQuery } from '@tanstack/react-query';
import { downloadExport, orderExport, removeExport, retryExport } from '@tirtapay/api-client';
import type { ExportFileDto } from '@tirtapay/api-client';
import { getExportFilesOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf, AS_FILE, saveExport } from '../../lib/api';

export const isUnderWay = ({ status }: ExportFileDto) => status === 'QUEUED' || status === 'RUNNING';

/** The reader's own files, looked at as long as one of them is being written. */
export const useExportFiles = (enabled: boolean) =>
  useQuery({
    ...getExportFilesOptions(),
    enabled,
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) === true ? 1_000 : false),
  });

/** @param address of the export route with its filter, order and format */
export const orderFile = (address: string) =>
  answerOf(orderExport({ body: { address }, throwOnError: true }));

export const retryFile = (id: number) => answerOf(retryExport({ path: { id }, throwOnError: true }));

export const removeFile = (id: number) => answerOf(removeExport({ path: { id }, throwOnError: true }));

export const downloadFile = ({ id, name }: Pick<ExportFileDto, 'id' | 'name'>) =>
  saveExport(downloadExport({ path: { id }, ...AS_FILE }), name);
