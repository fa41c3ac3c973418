/** What stands in a pattern for exactly these characters. Text of a document goes into a pattern through here only: it may hold brackets or stars. */
export const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
