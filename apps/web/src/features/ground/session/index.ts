export { ReloginModal } from './components/relogin-modal';
export { leaveWithOtherTabs } from './api/leaving';
export { comeBack, finishLeaving, logout } from './api/session-api';
