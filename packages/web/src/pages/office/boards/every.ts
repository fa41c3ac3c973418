/** How often a board is asked for again, in milliseconds: what a unit changes shows without a reload. */
export const EVERY = 15_000;
