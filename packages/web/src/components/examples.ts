/** Made-up agencies that a new portal shows until it has documents of its own. */

/** Whether a region is theirs: no real one has a code of 99. */
export const isExample = (region: string | null | undefined): boolean => region?.startsWith('99') ?? false;
