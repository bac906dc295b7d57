/** What a note of what was put right may be; the first is meant where nothing is said. */
export const NOTE_KINDS = ['correction', 'clarification', 'update'] as const;

export type NoteKind = (typeof NOTE_KINDS)[number];

/** What a sidebar may be; where nothing is said it is a `factbox`, which holds anything. */
export const SIDEBAR_KINDS = ['links', 'ranking', 'factbox'] as const;

export type SidebarKind = (typeof SIDEBAR_KINDS)[number];
