/** The formats that documents are written in, apart from their writers, which are loaded when they are asked for. */
export const WRITE_FORMATS = ['docx', 'pdf', 'ofd', 'xlsx', 'html', 'md', 'txt'] as const;

export type WriteFormat = (typeof WRITE_FORMATS)[number];
