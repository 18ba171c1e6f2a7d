import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension, ApiSecurity } from '@nestjs/swagger';
import type { Permission } from '@tirtapay/domain';

/** Who may call a route. Every route declares exactly one; a route that declares none is refused and fails a test. */
export type Access =
  | { readonly kind: 'PUBLIC' }
  | { readonly kind: 'SIGNED_IN' }
  | { readonly kind: 'PERMISSION'; readonly permission: Permission }
  | { readonly kind: 'BANK' }
  | { readonly kind: 'PARTNER' };

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
/** A bank with API key and native signature (docs/bank-api.md). */
export const BankApi = () => declare({ kind: 'BANK' }, ApiSecurity('bank-signature'));
/** A SNAP BI partner; the SNAP facade authenticates and answers in its own format. */
export const PartnerApi = () => declare({ kind: 'PARTNER' }, ApiSecurity('snap-signature'));
