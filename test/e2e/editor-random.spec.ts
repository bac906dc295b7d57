import { editAtRandom } from '../renderer/editor/random-edits.ts';
import { expect, test } from './editor.ts';

// Many more steps are made in jsdom; here the caret, the focus and the keys are those of a browser.
const SEED = Number(process.env['GALLEY_SEED'] ?? 22);
const STEPS = Number(process.env['GALLEY_STEPS'] ?? 100);

test(`${STEPS} random edits with real keys keep text, article and ids together`, async ({
  editor,
}) => {
  test.setTimeout(400_000);
  await editAtRandom(editor, expect, SEED, STEPS);
});
