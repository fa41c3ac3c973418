/** A server plans statements that begin with it once for each connection: for those whose plan does not depend on their values. */
export const PREPARED = '/* prepared */';
