import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getRoot, $getSelection, $isNodeSelection, $isRangeSelection } from 'lexical';
import { useEffect } from 'react';
import { $idOf } from '../editor/blocks/state.ts';
import { headFieldOf } from '../app/people/own-caret.ts';
import { useApp } from '../app/use-app.ts';

/** Follows the caret through the story that is open. A child of `ArticleBody`. */
export function CaretPlace() {
  const { ownCaret } = useApp();
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    let field: string | undefined;
    const follow = () => {
      if (field !== undefined) ownCaret.set({ at: { field } });
      else {
        const block = editor.getEditorState().read($blockOfCaret);
        ownCaret.set({ at: block === undefined ? {} : { block } });
      }
    };
    const followFocus = () => {
      const focused = document.activeElement;
      const entered = focused === null ? undefined : headFieldOf(focused);
      // Elsewhere, such as in Details, the caret of the story stays where it was.
      if (entered === undefined && editor.getRootElement()?.contains(focused) !== true) return;
      field = entered;
      follow();
    };
    const stop = editor.registerUpdateListener(follow);
    document.addEventListener('focusin', followFocus);
    followFocus();
    return () => {
      stop();
      document.removeEventListener('focusin', followFocus);
      ownCaret.set({ at: {} });
    };
  }, [ownCaret, editor]);
  return null;
}

function $blockOfCaret(): string | undefined {
  const selection = $getSelection();
  const node = $isRangeSelection(selection)
    ? selection.focus.getNode()
    : $isNodeSelection(selection)
      ? selection.getNodes()[0]
      : undefined;
  const block = node?.is($getRoot()) === true ? undefined : node?.getTopLevelElement();
  return (block && $idOf(block)) || undefined;
}
