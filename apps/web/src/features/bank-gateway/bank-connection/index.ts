export { ConnectionPage } from './components/connection-page';
