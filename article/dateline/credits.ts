/** House styles that print no source; apart from the styles, which know the cities of the world. */
export const STYLES_WITHOUT_SOURCE: ReadonlySet<string> = new Set(['cp']);
