export { DeveloperModule } from './developer.module';
export { DeveloperDocuments } from './developer-documents';
export { errorCatalogueMarkdown } from './error-page';
export { postmanCollection } from './postman-collection';
