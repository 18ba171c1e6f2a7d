/** From where the file of a bank's day comes: somebody uploads it, the bank's report service (SNAP 35) is asked, or its host hands it out. */
export const FILE_SOURCES = ['UPLOAD', 'SNAP_REPORT', 'BANK_FILE'] as const;
export type FileSource = (typeof FILE_SOURCES)[number];
