import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { writeAudit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { currentUserId } from '../../../platform/context';
import { Database, type Tx } from '../../../platform/database';
import { redrawPhoto, type Photo } from '../../../platform/http';
import { FileStore, type FileRecord } from '../../../platform/files';
import { Problem } from '../../../platform/problem';
import type { PhotoStoredDto } from './dto/photo.dto';
import { LooseFiles } from './photos/loose-files';
import { recountReadings } from './recount-readings';
import { READING_SAYS } from './sentences';
import { TakenOverMonths } from './taken-over-months';
import { selectReadings, type StoredReading } from './verifiable-reading';

interface PhotographedReading {
  client_id: string;
  status: string;
  sha256: Buffer | null;
  file_key: string | null;
}

interface SentPhoto extends Photo {
  /** Of what was sent. */
  readonly sha256: Buffer;
  /** Of the stand it shows, where the sender says so. */
  readonly clientId: string | undefined;
}

interface NewPhoto extends Omit<SentPhoto, 'content'> {
  readonly file: FileRecord;
}

const READING = `
  SELECT r.client_id, r.status, f.sha256, f.file_key
  FROM meter_reading r LEFT JOIN foto_meter f ON f.client_id = r.client_id WHERE r.id = $1`;

/**
 * Keeps the photo of a reading. The bytes are judged by what they are, not by what the sender calls them, and drawn
 * anew: where a household lives is not kept in its picture. Acknowledged is what was sent, by its hash.
 */
@Injectable()
export class StorePhoto {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly loose: LooseFiles,
    private readonly clock: Clock,
    private readonly takenOver: TakenOverMonths,
  ) {}

  /**
   * The same photo again is the same answer. One that was days on its way says nothing of a stand that was read since: it names
   * its own by `clientId`.
   * @throws Problem photo.invalid, reading.not_found, reading.locked
   */
  async store(readingId: number, content: unknown, clientId?: string): Promise<PhotoStoredDto> {
    if (!Buffer.isBuffer(content) || content.length === 0) throw new Problem('photo.invalid');
    const photo = await redrawPhoto(content);
    const sha256 = createHash('sha256').update(content).digest();
    const [reading] = await this.database.screen<PhotographedReading & Record<string, unknown>>(READING, [
      readingId,
    ]);
    const created =
      !this.isKept(reading, sha256, clientId) && (await this.keep(readingId, { ...photo, sha256, clientId }));
    return {
      sha256: sha256.toString('hex'),
      media_type: photo.mediaType,
      size_bytes: photo.content.length,
      created,
    };
  }

  /** The file first: no row ever names one that is not there. Without its row it is cleared away. */
  private async keep(readingId: number, { content, ...photo }: SentPhoto): Promise<boolean> {
    const file = await this.files.put(await this.loose.expect(), content);
    return this.database.transaction((tx) => this.write(tx, readingId, { ...photo, file }));
  }

  /** @throws Problem reading.not_found, reading.locked */
  private isKept(
    reading: PhotographedReading | undefined,
    sha256: Buffer,
    clientId: string | undefined,
  ): boolean {
    if (reading === undefined) throw new Problem('reading.not_found');
    if (clientId !== undefined && reading.client_id !== clientId.toLowerCase())
      throw new Problem('reading.locked', { detail: READING_SAYS.photoOfBefore });
    if (reading.sha256?.equals(sha256) === true) return true;
    if (reading.sha256 !== null && reading.status === 'VERIFIED')
      throw new Problem('reading.locked', { detail: READING_SAYS.photoKept });
    return false;
  }

  private async write(
    tx: Tx,
    readingId: number,
    { mediaType, sha256, clientId, file }: NewPhoto,
  ): Promise<boolean> {
    await tx.query('SELECT FROM meter_reading WHERE id = $1 FOR NO KEY UPDATE', [readingId]);
    // Its photo may just be on its way to a file: which one is known when it has arrived.
    await tx.query(
      'SELECT FROM foto_meter WHERE client_id = (SELECT client_id FROM meter_reading WHERE id = $1) FOR NO KEY UPDATE',
      [readingId],
    );
    const [reading] = await tx.query<PhotographedReading>(READING, [readingId]);
    if (this.isKept(reading, sha256, clientId)) return false;
    await tx.query(
      `INSERT INTO foto_meter (client_id, reading_id, media_type, sha256, file_key, file_sha256, size_bytes, redrawn, stored_by, stored_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, true, $8, $9)
       ON CONFLICT (client_id) DO UPDATE SET redrawn = true, media_type = excluded.media_type, sha256 = excluded.sha256,
         content = NULL, file_key = excluded.file_key, file_sha256 = excluded.file_sha256, size_bytes = excluded.size_bytes,
         stored_by = excluded.stored_by, stored_at = excluded.stored_at`,
      [
        reading?.client_id,
        readingId,
        mediaType,
        sha256,
        file.key,
        file.sha256,
        file.sizeBytes,
        currentUserId(),
        this.clock.date(),
      ],
    );
    await this.loose.take(tx, file.key);
    if (reading?.file_key !== null && reading?.file_key !== undefined)
      await this.loose.leave(tx, reading.file_key);
    await this.judgeAgain(tx, readingId, sha256);
    await writeAudit(tx, {
      action: 'reading.photographed',
      entityType: 'meter_reading',
      entityId: readingId,
      after: { sha256: sha256.toString('hex'), size_bytes: file.sizeBytes },
    });
    return true;
  }

  /** One picture under two stands: somebody did not stand before one of the meters. A decision already made stays. */
  private async judgeAgain(tx: Tx, readingId: number, sha256: Buffer): Promise<void> {
    const [reading] = await tx.query<StoredReading>(`${selectReadings(2)} WHERE id = $1`, [
      readingId,
      this.clock.zone,
    ]);
    if (reading?.status !== 'RECORDED') return;
    const [twin] = await tx.query('SELECT FROM foto_meter WHERE sha256 = $1 AND reading_id <> $2 LIMIT 1', [
      sha256,
      readingId,
    ]);
    if (twin === undefined && !reading.reasons.includes('SAME_PHOTO')) return;
    await recountReadings(tx, [reading], { zone: this.clock.zone, takenOver: this.takenOver });
  }
}
