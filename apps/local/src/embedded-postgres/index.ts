export { Cluster } from './cluster';
export { isAlive, servesDataDirectory, startMark } from './process-identity';
export { canReach, serverAccount } from './server-account';
