import { Injectable } from '@nestjs/common';
import { ERROR_CATALOGUE, isErrorCode } from '@tirtapay/contracts';
import { ROLE_PERMISSIONS, type Role } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { currentLanguage, currentStaff } from '../../../../platform/context';
import { Database, type RowOf } from '../../../../platform/database';
import type { FileRecord } from '../../../../platform/files';
import type { JobState } from '../../../../platform/jobs';
import { Problem } from '../../../../platform/problem';
import type { ExportFile } from '../entities/export-file.entity';
import { ExportDoor } from './export-door';
import type { ExportFailureDto, ExportFileDto } from './export-file.dto';
import { EXPORT_JOB } from './export-rules';

type Row = RowOf<
  ExportFile,
  | 'id'
  | 'name'
  | 'size_bytes'
  | 'row_count'
  | 'asked_at'
  | 'expires_at'
  | 'media_type'
  | 'file_key'
  | 'due_on'
  | 'address'
  | 'language'
  | 'written_for'
> & {
  readonly saved_report: string | null;
  readonly file_sha256: Buffer | null;
  readonly status: JobState;
  readonly detail: { readonly rows?: number; readonly expected?: number; readonly reason?: string };
};

const OWN = `
  SELECT f.id, f.name, f.media_type, f.size_bytes, f.row_count, f.asked_at, f.expires_at, f.file_key, f.file_sha256, f.due_on, f.address, f.language, f.written_for,
    s.name AS saved_report, r.status, r.detail
  FROM berkas_unduhan f LEFT JOIN laporan_tersimpan s ON s.id = f.saved_report_id JOIN job_run r ON r.job = '${EXPORT_JOB}' AND r.period = f.run_key
  WHERE f.person_id = $1 AND (f.expires_at IS NULL OR f.expires_at > $2)`;

/** The files somebody asked for: their own, and nobody else's. */
@Injectable()
export class ExportFileQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly door: ExportDoor,
  ) {}

  async mine(): Promise<ExportFileDto[]> {
    const rows = await this.database.screen<Row & Record<string, unknown>>(`${OWN} ORDER BY f.id DESC`, [
      currentStaff().id,
      this.clock.date(),
    ]);
    return rows.map((row) => this.dto(row));
  }

  /** @throws Problem export.not_found */
  async byId(id: number): Promise<ExportFileDto> {
    return this.dto(await this.row(id));
  }

  /** @throws Problem export.not_found, export.not_ready, and the refusal of the route that wrote it */
  async file(id: number): Promise<{ record: FileRecord; name: string; type: string }> {
    const {
      address,
      language,
      written_for: writtenFor,
      file_key: key,
      file_sha256: sha256,
      size_bytes: sizeBytes,
      name,
      media_type,
    } = await this.row(id);
    if (sha256 === null || sizeBytes === null) throw new Problem('export.not_ready');
    assertMayReadAsMuch(writtenFor);
    await this.door.assertOpen(address, { personId: currentStaff().id, language });
    return { record: { key, sha256, sizeBytes }, name, type: media_type };
  }

  private async row(id: number): Promise<Row> {
    const [row] = await this.database.screen<Row & Record<string, unknown>>(`${OWN} AND f.id = $3`, [
      currentStaff().id,
      this.clock.date(),
      id,
    ]);
    if (row === undefined) throw new Problem('export.not_found');
    return row;
  }

  private dto({ status, detail, ...row }: Row): ExportFileDto {
    const { rows = 0, expected = null, reason } = detail;
    return {
      id: row.id,
      name: row.name,
      status,
      rows: row.row_count ?? rows,
      expected,
      size_bytes: row.size_bytes,
      failure: status === 'FAILED' ? failureOf(reason) : null,
      saved_report: row.saved_report,
      due_on: row.due_on,
      asked_at: this.clock.text(row.asked_at.getTime()),
      expires_at: row.expires_at === null ? null : this.clock.text(row.expires_at.getTime()),
    };
  }
}

/** What is masked for its owner by now stands in it as it was. @throws Problem auth.forbidden */
function assertMayReadAsMuch(writtenFor: Role | null): void {
  const { permissions } = currentStaff();
  if (writtenFor !== null && ROLE_PERMISSIONS[writtenFor].some((held) => !permissions.has(held)))
    throw new Problem('auth.forbidden');
}

/** What a code of the catalogue says to people; of none that the service was not there. */
export function failureOf(reason: string | undefined): ExportFailureDto {
  const code = reason !== undefined && isErrorCode(reason) ? reason : 'service.unavailable';
  const { title, fix } = ERROR_CATALOGUE[code];
  const language = currentLanguage();
  return { code, title: title[language], fix: fix[language] };
}
