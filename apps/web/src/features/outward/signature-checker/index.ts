export { SignatureCheckerPage } from './components/signature-checker-page';
