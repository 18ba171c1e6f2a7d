export { OutboundCallsPage } from './components/outbound-calls-page';
