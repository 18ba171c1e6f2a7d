import { Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { openApiHtml } from './openapi-html';
import { postmanCollection } from './postman-collection';

/** The API described by itself, once the routes are there to be described; a server writes all of it before it listens. */
@Injectable()
export class DeveloperDocuments {
  private describe: (() => OpenAPIObject) | undefined;
  private document: OpenAPIObject | undefined;
  private readonly written = new Map<string, Buffer>();

  /** Told by whoever built the application. */
  describedBy(describe: () => OpenAPIObject): void {
    this.describe = describe;
  }

  openApi(): OpenAPIObject {
    if (this.describe === undefined) throw new Error('nobody said how the application is described');
    return (this.document ??= this.describe());
  }

  postman(): object {
    return postmanCollection(this.openApi());
  }

  write(): void {
    this.openApiBytes();
    this.postmanBytes();
    for (const language of ['id', 'en'] as const) this.page(language);
  }

  openApiBytes(): Buffer {
    return this.once('openapi', () => JSON.stringify(this.openApi()));
  }

  postmanBytes(): Buffer {
    return this.once('postman', () => JSON.stringify(this.postman()));
  }

  page(language: 'id' | 'en'): Buffer {
    return this.once(language, () => openApiHtml(this.openApi(), language));
  }

  /** Half a megabyte that anybody may ask for, as often as they like, on the thread that answers banks. */
  private once(name: string, write: () => string): Buffer {
    const bytes = this.written.get(name) ?? Buffer.from(write());
    this.written.set(name, bytes);
    return bytes;
  }
}
