/** Why this version of Node will not do; undefined where it will. */
export function nodeFault(version: string): string | undefined;
