import { NOTE_KINDS } from '../../kinds.ts';
import { hasClass } from '../../html/classes.ts';
import { byClass, shownText } from '../../html/find.ts';
import type { WireForm } from '../../wire/form.ts';
import { inlineText } from '../../wire/inline-text.ts';
import { noteParagraph, readNoteParagraph } from '../../wire/note.ts';
import type { Correction } from '../../article.ts';
import { newBlockId } from '../../ids.ts';
import { textRuns } from '../paragraph/paragraphs.ts';
import type { CorrectionNote } from './correction.ts';

/** A paragraph that begins with what it is and when. */
export const correctionWire: WireForm = {
  write(element, { page }) {
    if (!hasClass(element, 'correction-note')) return undefined;
    const kind = NOTE_KINDS.find((name) => hasClass(element, name)) ?? 'correction';
    const time = byClass(element, 'at');
    const at = time?.properties.dateTime ?? shownText(time);
    const text = inlineText(byClass(element, 'note-text')?.children ?? []);
    return noteParagraph({ kind, at, text }, page);
  },
  readText(text, house) {
    const note = readNoteParagraph(text, house);
    return note && correctionNote(note);
  },
};

/** What was put right, as a block of the body. */
export function correctionNote({ kind, at, text }: Correction): CorrectionNote {
  return { type: 'correction', id: newBlockId(), kind, at, content: textRuns(text) };
}
