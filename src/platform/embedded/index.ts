export { dataFolderFrom, openDatabase, type DatabaseChoice, type OpenedDatabase } from './database';
export {
  EmbeddedLease,
  openEmbeddedDatabase,
  RoleNotReadyError,
  withRole,
  type DatabaseRole,
} from './embedded-database';
export { FolderLock, FolderLockedError } from './folder-lock';
export { exitWithParent } from './parent';
