import { z } from 'zod';
import { faultKind } from '../drills/fault-board';

const text = (max: number) => z.string().min(1).max(max);

/** A fault to switch on. */
export const faultOrder = z.strictObject({
  kind: faultKind,
  services: z
    .array(z.string().regex(/^\d{2}$/))
    .nullable()
    .default(null),
  /** Only on calls whose body contains this text. */
  about: z.string().min(1).max(64).nullable().default(null),
  /** Null plays it until it is cleared. */
  times: z.int().min(1).max(1_000).nullable().default(1),
});

/** A native webhook, as it shall be sent. */
export const webhookOrder = z.strictObject({
  bank: text(32).optional(),
  /** Sent as it is; a text is sent byte for byte, to send what is not JSON. */
  body: z.union([z.string().max(65_536), z.record(z.string(), z.unknown())]),
  times: z.int().min(1).max(50).default(1),
  signature: z.enum(['good', 'bad']).default('good'),
  delay_seconds: z.number().min(0).max(120).default(0),
});

/** Any signed call to the biller. */
export const freeCall = z.strictObject({
  bank: text(32).optional(),
  protocol: z.enum(['NATIVE', 'SNAP']),
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('POST'),
  /** Path and query below the biller's origin, e.g. `/api/snap/v1.0/transfer-va/inquiry`. */
  target: z.string().regex(/^\/[\x21-\x7e]{0,1000}$/),
  body: z.union([z.string().max(1_048_576), z.record(z.string(), z.unknown())]).optional(),
  signature: z.enum(['good', 'bad']).default('good'),
  delivery: z.enum(['NORMAL', 'CUT', 'LOST']).default('NORMAL'),
  /** Native: how far the bank's clock is off; negative is late. */
  clock_offset_seconds: z.int().min(-86_400).max(86_400).default(0),
  /** SNAP: in place of a fresh X-EXTERNAL-ID. */
  external_id: text(64).optional(),
});

/** A bank to play, e.g. one under certification. Kept in memory until the sandbox ends. */
export const bankOrder = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]{1,32}$/),
    name: text(80),
    key_id: text(64),
    secret: text(200),
    reference_prefix: z
      .string()
      .regex(/^[A-Z0-9]{2,6}$/)
      .default('BNK'),
    snap: z
      .strictObject({
        client_key: text(64),
        partner_id: text(36),
        channel_id: z.string().regex(/^\d{1,5}$/),
        partner_service_id: z.string().regex(/^ *\d{1,8}$/),
        mode: z.enum(['SYMMETRIC', 'ASYMMETRIC']),
        secret: text(200).nullable().default(null),
      })
      .refine(({ mode, secret }) => mode === 'ASYMMETRIC' || secret !== null, {
        message: 'the symmetric mode signs with a secret',
        path: ['secret'],
      }),
  })
  .transform(({ key_id: keyId, reference_prefix: referencePrefix, snap, ...bank }) => ({
    ...bank,
    keyId,
    referencePrefix,
    snap: {
      clientKey: snap.client_key,
      partnerId: snap.partner_id,
      channelId: snap.channel_id,
      partnerServiceId: snap.partner_service_id.trim(),
      mode: snap.mode,
      secret: snap.secret,
    },
  }));

export const partnerKeyOrder = z.strictObject({ public_key: text(10_000) });
