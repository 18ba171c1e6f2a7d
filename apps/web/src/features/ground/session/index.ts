export { ReloginModal } from './components/relogin-modal';
export { finishLeaving, logout } from './api/session-api';
