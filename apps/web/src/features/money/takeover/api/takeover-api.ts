import { useQuery } from '@tanstack/react-query';
import {
  checkTakeoverFile,
  downloadTakeoverTemplate,
  exportTakeoverFindings,
  importTakeoverFile,
  undoTakeover,
} from '@tirtapay/api-client';
import type { TakeoverDetailDto } from '@tirtapay/api-client';
import {
  getTakeoverOptions,
  listTakeoverFindingsOptions,
} from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf, AS_FILE, saveExport } from '../../../../lib/api';

export type TakeoverKind = TakeoverDetailDto['kind'];

/** While a second person or a job is busy with it. */
const UNDERWAY: ReadonlySet<string> = new Set(['WAITING', 'RUNNING', 'UNDOING']);
const AGAIN_AFTER = 3_000;

export const useTakeover = (id: number) =>
  useQuery({
    ...getTakeoverOptions({ path: { id } }),
    refetchInterval: ({ state }) => (state.data && UNDERWAY.has(state.data.state) ? AGAIN_AFTER : false),
  });

export const useFindings = (id: number) =>
  useQuery(listTakeoverFindingsOptions({ path: { id }, query: { page_size: 100 } }));

/** A file and how it is to be read. */
export interface FileToCheck {
  file: File;
  kind: TakeoverKind;
  /** By place, '' for none; null: by their titles. */
  columns: readonly string[] | null;
  restoreZeros: boolean;
}

export const checkFile = ({ file, kind, columns, restoreZeros }: FileToCheck) =>
  answerOf(
    checkTakeoverFile({
      query: {
        kind,
        file_name: file.name,
        ...(columns !== null && { columns: columns.join(',') }),
        ...(restoreZeros && { zeros: 'RESTORE' }),
      },
      body: file,
      throwOnError: true,
    }),
  );

export const importFile = ({ id, file }: { id: number; file: File }) =>
  answerOf(importTakeoverFile({ path: { id }, body: file, throwOnError: true }));

export const undoImport = ({ id, reason }: { id: number; reason: string }) =>
  answerOf(undoTakeover({ path: { id }, body: { reason }, throwOnError: true }));

export const saveTemplate = (kind: TakeoverKind, format: 'csv' | 'xlsx') =>
  saveExport(downloadTakeoverTemplate({ query: { kind, format }, ...AS_FILE }), `contoh.${format}`);

export const saveFindings = (id: number) =>
  saveExport(exportTakeoverFindings({ path: { id }, query: { format: 'xlsx' }, ...AS_FILE }), 'temuan.xlsx');
