/** From where the file of a bank's day comes: somebody uploads it, or the bank's report service (SNAP 35) is asked. */
export const FILE_SOURCES = ['UPLOAD', 'SNAP_REPORT'] as const;
export type FileSource = (typeof FILE_SOURCES)[number];
