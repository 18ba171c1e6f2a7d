export { ConfigError, loadConfig, type Config, type FilesConfig } from './config';
export { CONFIG, ConfigModule } from './config.module';
