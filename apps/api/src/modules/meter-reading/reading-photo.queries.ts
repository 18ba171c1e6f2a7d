import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Database } from '../../platform/database';
import { Problem } from '../../platform/problem';

interface PhotoRow {
  media_type: string;
  content: Buffer;
}

/** Photos of meters, for those who may see the reading. */
@Injectable()
export class ReadingPhotos {
  constructor(private readonly database: Database) {}

  /** @throws Problem photo.not_found */
  async ofReading(reply: FastifyReply, readingId: number): Promise<Buffer> {
    return this.send(reply, 'r.id = $1', [readingId]);
  }

  /** The photo behind the bill of a period. @throws Problem photo.not_found */
  async ofBill(reply: FastifyReply, customerNumber: string, period: string): Promise<Buffer> {
    return this.send(
      reply,
      `r.id = (SELECT b.reading_id FROM tagihan b JOIN pelanggan c ON c.id = b.customer_id
         WHERE c.customer_number = $1 AND b.period = $2 AND b.state IN ('ISSUED', 'PAID'))`,
      [customerNumber, period],
    );
  }

  private async send(reply: FastifyReply, where: string, values: readonly unknown[]): Promise<Buffer> {
    const [photo] = await this.database.screen<PhotoRow>(
      `SELECT f.media_type, f.content FROM meter_reading r JOIN foto_meter f ON f.client_id = r.client_id WHERE ${where}`,
      values,
    );
    if (photo === undefined) throw new Problem('photo.not_found');
    // With nosniff a picture that also reads as a page stays a picture.
    void reply.header('Content-Type', photo.media_type).header('Content-Disposition', 'inline');
    return photo.content;
  }
}
