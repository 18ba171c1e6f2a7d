export { Cluster } from './cluster';
export { isAlive, startMark } from './process-identity';
export { canReach, serverAccount } from './server-account';
