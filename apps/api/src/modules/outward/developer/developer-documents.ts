import { Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { openApiHtml } from './openapi-html';
import { postmanCollection } from './postman-collection';

/** The API described by itself; made when first asked for, because the routes must be there to be described. */
@Injectable()
export class DeveloperDocuments {
  private describe: (() => OpenAPIObject) | undefined;
  private document: OpenAPIObject | undefined;
  private readonly pages = new Map<'id' | 'en', string>();

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

  page(language: 'id' | 'en'): string {
    const page = this.pages.get(language) ?? openApiHtml(this.openApi(), language);
    this.pages.set(language, page);
    return page;
  }
}
