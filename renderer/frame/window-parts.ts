import type { Commands } from '../app/commands.ts';

const FOCUSABLE = 'button, input, select, textarea, a[href], [tabindex="0"]';

/** The parts of the window in the order of F6, and where each takes the focus. */
const WINDOW_PARTS: readonly { of: string; enter(part: HTMLElement, commands: Commands): void }[] =
  [
    {
      of: '.desk',
      enter: (part) =>
        (part.querySelector<HTMLElement>('.article-list [tabindex="0"]') ?? first(part))?.focus(),
    },
    {
      of: '.article',
      enter: (part, commands) => {
        // The text of a story that cannot be changed, or of none, has no such command.
        if (!commands.run('view.text')) first(part)?.focus();
      },
    },
    { of: '.announcements:has(.notice)', enter: (part) => first(part)?.focus() },
    { of: '.panel', enter: (part) => first(part)?.focus() },
    { of: '.status-bar', enter: (part) => (first(part) ?? part).focus() },
  ];

/** Takes the focus on to the next part of the window that is shown, or back; from elsewhere to the text. */
export function goToPart(commands: Commands, by: 1 | -1): void {
  const shown = WINDOW_PARTS.flatMap(({ of, enter }) => {
    const part = document.querySelector<HTMLElement>(of);
    return part?.checkVisibility() === true ? [{ of, part, enter }] : [];
  });
  const now = shown.findIndex(({ part }) => part.contains(document.activeElement));
  const target =
    now === -1 ? shown.find(({ of }) => of === '.article') : shown.at((now + by) % shown.length);
  target?.enter(target.part, commands);
}

function first(part: HTMLElement): HTMLElement | undefined {
  return [...part.querySelectorAll<HTMLElement>(FOCUSABLE)].find(
    (element) => element.checkVisibility() && !element.matches(':disabled, [tabindex="-1"]'),
  );
}
