import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getRoot, $getSelection, $isNodeSelection, $isRangeSelection } from 'lexical';
import { useEffect } from 'react';
import { $idOf } from '../editor/nodes/state.ts';
import { caretIs } from './follow-presence.ts';

/** Has others see in which block of the story the caret is. A child of `ArticleBody`. */
export function CaretPlace() {
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    let last: string | undefined;
    const stop = editor.registerUpdateListener(({ editorState }) => {
      const id = editorState.read($blockOfCaret);
      if (id === last) return;
      last = id;
      caretIs(id);
    });
    return () => {
      stop();
      caretIs(undefined);
    };
  }, [editor]);
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
