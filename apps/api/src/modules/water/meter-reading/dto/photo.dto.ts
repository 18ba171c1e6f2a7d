import { ApiProperty } from '@nestjs/swagger';
import { PHOTO_MEDIA_TYPES } from '../../../../platform/http';
import { UuidField } from '../../../../platform/validation';

export class PhotoQuery {
  @UuidField({
    optional: true,
    description:
      'The `client_id` of the stand this photo shows; refused where the house has been read again. The stand of now when left out',
  })
  client_id?: string;
}

export class PhotoStoredDto {
  @ApiProperty({ description: 'Of the bytes received, hex: the sender may now forget its copy' })
  sha256: string;
  @ApiProperty({ enum: PHOTO_MEDIA_TYPES }) media_type: string;
  @ApiProperty({
    description: 'Of the photo as it is kept: drawn anew, without what the camera wrote into it',
  })
  size_bytes: number;
  @ApiProperty({ description: 'False when this very photo was there already' }) created: boolean;
}
