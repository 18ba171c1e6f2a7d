export { NoticesBell } from './components/notices-bell';
