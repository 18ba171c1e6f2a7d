export { ReloginModal } from './components/relogin-modal';
export { leaveWithOtherTabs } from '../../../lib/leaving';
export { finishLeaving, logout } from './api/session-api';
