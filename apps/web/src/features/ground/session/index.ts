export { AccountPage } from './components/account-page';
export { ActivatePage } from './components/activate-page';
export { LoginPage } from './components/login-page';
export { ReloginModal } from './components/relogin-modal';
export { logout } from './api/session-api';
