export { ConfigError, loadConfig, type Config } from './config';
export { CONFIG, ConfigModule } from './config.module';
