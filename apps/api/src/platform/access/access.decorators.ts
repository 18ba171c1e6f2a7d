import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension, ApiSecurity } from '@nestjs/swagger';
import type { Permission } from '@tirtapay/domain';

/**
 * Who signs a call: a bank or a partner that sells by the native protocol (docs/bank-api.md), a bank by SNAP BI
 * (docs/snap-api.md).
 */
export type Signatory = 'BANK' | 'SNAP' | 'PARTNER';

const SCHEMES: Readonly<Record<Signatory, string>> = {
  BANK: 'bank-signature',
  SNAP: 'snap-signature',
  PARTNER: 'partner-signature',
};

/** Who may call a route. Every route declares exactly one; a route that declares none is refused and fails a test. */
export type Access =
  | { readonly kind: 'PUBLIC' }
  | { readonly kind: 'SIGNED_IN' }
  | { readonly kind: 'PERMISSION'; readonly permission: Permission }
  | { readonly kind: 'BANK' | 'SNAP' }
  /** Also staff with the permission, when one is named: whoever sends no key is asked for a session. */
  | { readonly kind: 'PARTNER'; readonly permission?: Permission };

export const ACCESS = 'tirtapay:access';

function declare(access: Access, ...more: (ClassDecorator & MethodDecorator)[]) {
  return applyDecorators(SetMetadata(ACCESS, access), ApiExtension('x-access', access), ...more);
}

/** No log-in. */
export const Public = () => declare({ kind: 'PUBLIC' });
/** Any member of staff with a live session. */
export const SignedIn = () => declare({ kind: 'SIGNED_IN' }, ApiBearerAuth());
/** Staff whose role holds the permission (libs/domain/roles). */
export const Can = (permission: Permission) => declare({ kind: 'PERMISSION', permission }, ApiBearerAuth());
/** Whoever signs the call; its signature is verified before the route runs. */
export const SignedBy = (signatory: Signatory) =>
  declare({ kind: signatory }, ApiSecurity(SCHEMES[signatory]));
/** A partner about its own, and staff with the permission about all. */
export const SignedByPartnerOr = (permission: Permission) =>
  declare({ kind: 'PARTNER', permission }, ApiSecurity(SCHEMES.PARTNER), ApiBearerAuth());
