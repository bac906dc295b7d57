import {
  $getNodeByKey,
  BLUR_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  HISTORIC_TAG,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  type NodeKey,
  PASTE_TAG,
  mergeRegister,
} from 'lexical';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { shownKeys } from '../../app/commands.ts';
import { t } from '../../locale/locale.ts';
import { OptionList, optionId } from '../../ui/OptionList.tsx';
import { placeBelow } from '../../ui/place.ts';
import { LOAD_TAG } from '../content/changes.ts';
import { findItems } from './find-items.ts';
import { insertItems } from '../blocks/tools.ts';
import { $removeSlash, $slashAtCaret, type Slash } from './slash.ts';
import { useApp } from '../../app/use-app.ts';

/** The list of blocks that a typed `/` opens at the caret; the focus stays in the text. */
export function Palette({ editor }: { editor: LexicalEditor }) {
  const { commands } = useApp();
  const [slash, setSlash] = useTypedSlash(editor);
  const [pointed, setPointed] = useState({ query: '', index: 0 });
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const query = slash?.query;
  const options = useMemo(() => (query === undefined ? [] : paletteOptions(query)), [query]);
  const count = options.length;
  const open = count > 0;
  // What is typed on chooses anew, from the top.
  const active = pointed.query === query ? pointed.index : 0;
  const chosen = options[active];

  const choose = (option: (typeof options)[number]) => {
    setSlash(undefined);
    editor.update(() => {
      if (slash !== undefined) $removeSlash(slash);
      commands.run(option.id);
    });
  };

  useLayoutEffect(() => {
    const [element, root] = [list.current, editor.getRootElement()];
    if (!open || element === null || root === null) return;
    element.showPopover();
    root.setAttribute('aria-controls', listId);
    root.setAttribute('aria-autocomplete', 'list');
    return () => {
      root.removeAttribute('aria-controls');
      root.removeAttribute('aria-autocomplete');
      root.removeAttribute('aria-activedescendant');
      if (element.isConnected) element.hidePopover();
    };
  }, [editor, listId, open]);

  useLayoutEffect(() => {
    if (count === 0) return;
    const place = () => {
      const rect = caretRect();
      if (rect !== undefined && list.current !== null) placeBelow(list.current, rect, 6);
    };
    place();
    window.addEventListener('scroll', place, true);
    return () => window.removeEventListener('scroll', place, true);
  }, [count]);

  useLayoutEffect(() => {
    if (!open) return;
    editor.getRootElement()?.setAttribute('aria-activedescendant', optionId(listId, active));
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [editor, listId, open, active]);

  // As soon as it is seen its keys are heard.
  useLayoutEffect(() => {
    if (chosen === undefined) return;
    const on = <E extends KeyboardEvent | null>(command: LexicalCommand<E>, act: () => void) =>
      editor.registerCommand(
        command,
        (event) => {
          if (event?.isComposing === true) return false;
          event?.preventDefault();
          event?.stopPropagation();
          act();
          return true;
        },
        COMMAND_PRIORITY_CRITICAL,
      );
    const point = (index: number) => setPointed({ query: query ?? '', index: index % count });
    const take = () => choose(chosen);
    return mergeRegister(
      on(KEY_ARROW_DOWN_COMMAND, () => point(active + 1)),
      on(KEY_ARROW_UP_COMMAND, () => point(active - 1 + count)),
      on(KEY_ENTER_COMMAND, take),
      on(KEY_TAB_COMMAND, take),
      on(KEY_ESCAPE_COMMAND, () => setSlash(undefined)),
    );
  });

  return (
    <OptionList
      ref={list}
      id={listId}
      label={t('toolbar.insert')}
      options={options}
      active={active}
      className="palette"
      onChoose={choose}
    />
  );
}

function paletteOptions(query: string) {
  const named = insertItems.map(({ command, icon: Icon }) => ({
    id: command,
    label: t(`command.${command}`),
    words: t(`command.${command}.words`),
    icon: <Icon size={16} />,
    detail: shownKeys(command),
  }));
  return findItems(named, query);
}

/** The slash that was just typed and is still being typed after; undefined for none. */
function useTypedSlash(editor: LexicalEditor) {
  const [slash, setSlash] = useState<Slash>();

  useEffect(
    () =>
      mergeRegister(
        editor.registerUpdateListener(({ editorState, prevEditorState, dirtyLeaves, tags }) => {
          if (editor.isComposing()) return;
          const now = editorState.read($slashAtCaret, { editor });
          const typed =
            now !== undefined &&
            dirtyLeaves.has(now.key) &&
            ![HISTORIC_TAG, PASTE_TAG, LOAD_TAG].some((tag) => tags.has(tag)) &&
            prevEditorState.read(() => $sizeOf(now.key)) < editorState.read(() => $sizeOf(now.key));
          setSlash((open) => {
            if (open === undefined) return typed && now.query === '' ? now : undefined;
            return now?.key === open.key && now.offset === open.offset ? now : undefined;
          });
        }),
        editor.registerCommand(
          BLUR_COMMAND,
          () => {
            setSlash(undefined);
            return false;
          },
          COMMAND_PRIORITY_CRITICAL,
        ),
      ),
    [editor],
  );

  return [slash, setSlash] as const;
}

function $sizeOf(key: NodeKey): number {
  return $getNodeByKey(key)?.getTextContentSize() ?? 0;
}

function caretRect(): DOMRect | undefined {
  const selection = window.getSelection();
  if (selection === null || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const rect =
    range.getClientRects()[0] ?? range.startContainer.parentElement?.getBoundingClientRect();
  return rect;
}
