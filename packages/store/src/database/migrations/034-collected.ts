/** Of a region's agencies only those are counted as collected that something is here of: all regions are counted again. */
export const collected: readonly string[] = [`insert into stale_regions select distinct region from agencies`];
