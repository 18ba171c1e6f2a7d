export { Cluster, type ClusterOptions } from './cluster';
export { isAlive, startMark } from './process-identity';
export { canReach, serverAccount, type ServerAccount } from './server-account';
