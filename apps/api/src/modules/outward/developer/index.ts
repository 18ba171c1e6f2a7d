export { DeveloperDocuments } from './developer-documents';
export { DeveloperModule } from './developer.module';
export { errorCatalogueMarkdown } from './error-page';
export { postmanCollection } from './postman-collection';
