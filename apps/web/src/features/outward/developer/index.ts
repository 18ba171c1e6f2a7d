export { DeveloperPage } from './components/developer-page';
export { ErrorCataloguePage } from './components/error-catalogue-page';
