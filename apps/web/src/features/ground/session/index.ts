export { ReloginModal } from './components/relogin-modal';
export { logout } from './api/session-api';
