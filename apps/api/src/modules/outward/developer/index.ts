export { DeveloperDocuments } from './developer-documents';
export { errorCatalogueMarkdown } from './error-page';
export { postmanCollection } from './postman-collection';
export { developer } from './developer.parts';
