import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Database } from '../../../platform/database';
import { FileStore } from '../../../platform/files';
import { sendPhoto, type StoredPhoto } from '../../../platform/http';

/** Photos of meters, for those who may see the reading. */
@Injectable()
export class ReadingPhotos {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
  ) {}

  /** @throws Problem photo.not_found, photo.lost */
  async ofReading(reply: FastifyReply, readingId: number): Promise<Buffer> {
    const [photo] = await this.database.screen<StoredPhoto & Record<string, unknown>>(
      `SELECT f.media_type, f.content, f.redrawn, f.file_key, f.file_sha256, f.size_bytes
       FROM meter_reading r JOIN foto_meter f ON f.client_id = r.client_id WHERE r.id = $1`,
      [readingId],
    );
    return sendPhoto(reply, this.files, photo);
  }
}
