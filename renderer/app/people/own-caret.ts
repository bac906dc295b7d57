import type { CaretAt } from '../../../electron/contract/present.ts';
import type { Commands } from '../commands.ts';
import { Store } from '../store.ts';

/** Where in the open story the caret is, or was when the focus left the story. */
export class OwnCaret extends Store<{ at: CaretAt }> {
  private readonly commands: Commands;

  constructor(commands: Commands) {
    super({ at: {} });
    this.commands = commands;
  }

  /** Puts the focus back into the open story, where the caret was, else at its beginning. */
  goTo(): void {
    const { block, field } = this.snapshot().at;
    const fields = [...document.querySelectorAll<HTMLElement>(HEAD_FIELD)];
    const place = fields.find((one) => headFieldOf(one) === field);
    if (place !== undefined) place.focus({ preventScroll: true });
    else if (block !== undefined) this.commands.run('view.text');
    else document.querySelector<HTMLElement>('.article-text')?.focus({ preventScroll: true });
  }
}

const HEAD_FIELD = '.proof-head [data-story-field]';

/** The name of the field of the head that an element is, such as `headline`. */
export function headFieldOf(element: Element): string | undefined {
  return element.closest<HTMLElement>(HEAD_FIELD)?.dataset['storyField'];
}
