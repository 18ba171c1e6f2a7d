import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { ACCESS, type Access } from '../../src/platform/access';

export interface Route {
  readonly name: string;
  readonly method: string;
  /** As called: parameters filled with ids nobody has. */
  readonly path: string;
  readonly access: Access | undefined;
}

type Metadata = string | string[] | undefined;

function paths(metadata: Metadata): string[] {
  return Array.isArray(metadata) ? metadata : [metadata ?? ''];
}

function join(...parts: string[]): string {
  return `/${parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/')}`;
}

const NOBODYS_ID = '999999999';
const OUTSIDE_THE_PREFIX = /^\/(health\/|docs\/|tagihan$)/;

/** Every route the application has, read from the metadata Nest routes by, not from a list somebody keeps. */
export function routesOf(modules: ModulesContainer): Route[] {
  const controllers = [...modules.values()].flatMap((module) =>
    [...module.controllers.values()].flatMap(({ metatype }) =>
      typeof metatype === 'function' ? [metatype] : [],
    ),
  );
  return [...new Set(controllers)].flatMap((controller) => {
    const prototype = controller.prototype as Record<string, unknown>;
    return Object.getOwnPropertyNames(prototype).flatMap((property): Route[] => {
      const handler = prototype[property];
      if (property === 'constructor' || typeof handler !== 'function') return [];
      const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
      if (method === undefined) return [];
      return paths(Reflect.getMetadata(PATH_METADATA, controller) as Metadata).flatMap((base) =>
        paths(Reflect.getMetadata(PATH_METADATA, handler) as Metadata).map((own): Route => {
          const declared = join(base, own);
          const path = OUTSIDE_THE_PREFIX.test(declared) ? declared : join('api', declared);
          return {
            name: `${RequestMethod[method]} ${path}`,
            method: RequestMethod[method],
            path: path.replaceAll(/:[a-z_A-Z]+/g, NOBODYS_ID),
            access: Reflect.getMetadata(ACCESS, handler) as Access | undefined,
          };
        }),
      );
    });
  });
}
