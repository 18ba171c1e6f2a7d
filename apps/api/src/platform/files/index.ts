export { FileStore, type FileRecord } from './file-store';
export { FilesModule } from './files.module';
