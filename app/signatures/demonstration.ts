/** Stands in the subject of a root that must not be trusted for real agreements; the checker looks for it. */
export const DEMONSTRATION = 'DEMONSTRATION'
