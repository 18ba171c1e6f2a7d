export { CertificationPage } from './components/certification-page';
