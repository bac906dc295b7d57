import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $dfs } from '@lexical/utils';
import {
  COMMAND_PRIORITY_HIGH,
  $addUpdateTag,
  $createRangeSelection,
  $getRoot,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  $setSelection,
  HISTORY_PUSH_TAG,
  INDENT_CONTENT_COMMAND,
  type LexicalEditor,
  type NodeKey,
  OUTDENT_CONTENT_COMMAND,
  REDO_COMMAND,
  UNDO_COMMAND,
  createEditor,
} from 'lexical';
import { StrictMode, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { type Article, createArticle } from '../../../article/article.ts';
import type { Block } from '../../../article/blocks/blocks.ts';
import { deepEqual } from '../../../article/deep-equal.ts';
import { parseHouse } from '../../../article/house.ts';
import { ArticleBody } from '../../../renderer/editor/ArticleBody.tsx';
import {
  $setDateline,
  type DatelineContent,
} from '../../../renderer/editor/blocks/dateline/datelines.ts';
import type { StoryFields } from '../../../renderer/editor/story-fields.ts';
import { $setLink } from '../../../renderer/editor/links.ts';
import {
  $lineOf,
  $linesIn,
  $offsetInLine,
  $selectInLine,
} from '../../../renderer/editor/selection/lines.ts';
import { $moveBlock } from '../../../renderer/editor/content/moves.ts';
import { OPEN_DATELINE_COMMAND } from '../../../renderer/editor/blocks/dateline/LeadNode.ts';
import { nodes } from '../../../renderer/editor/blocks/nodes.ts';
import { $idOf } from '../../../renderer/editor/blocks/state.ts';
import { $readBlocks } from '../../../renderer/editor/content/read-blocks.ts';
import { $insertSidebar, $setSidebar } from '../../../renderer/editor/blocks/sidebar/sidebars.ts';
import { $writeBlocks } from '../../../renderer/editor/content/write-blocks.ts';
import { createApp } from '../../../renderer/app/app.ts';
import { Client } from '../../../renderer/app/host/client.ts';
import { Connection } from '../../../renderer/app/host/connection.ts';
import { WebBridge } from '../../../renderer/app/host/web-bridge.ts';
import { WebSession } from '../../../renderer/app/host/web-session.ts';
import { AppContext } from '../../../renderer/app/use-app.ts';
import { EditorTools } from '../../../renderer/editor/tools/EditorTools.tsx';
import { $turnInto } from '../../../renderer/editor/blocks/text-kind.ts';
import { textKinds } from '../../../renderer/editor/blocks/tools.ts';
import { $turnsFor, $turnBlock } from '../../../renderer/editor/tools/turn-block.ts';
import '../../../renderer/styles/tokens.css';
import '../../../renderer/styles/base.css';
import '../../../renderer/styles/ui.css';

/** What the tests of the editor ask of the page. */
export interface Harness {
  editor: LexicalEditor;
  /** The article as `onChange` said it last, or as it was loaded. */
  blocks(): readonly Block[];
  /** The fields of the story as they are now. */
  story(): Article;
  /** How often `onChange` was called since the last load. */
  changes(): number;
  load(blocks: readonly Block[], language?: string): void;
  /** The line of the caret: the id of its block, and the characters before the caret. */
  caret(): { id: string; offset: number; type: string } | 'node' | null;
  /** The blocks afresh, and what comes back of them from another editor; throws if they differ. */
  check(): readonly Block[];
  setDateline(content: DatelineContent | null): void;
  insertSidebar(kind: 'links' | 'ranking' | 'factbox'): void;
  setSidebar(id: string, change: Parameters<typeof $setSidebar>[1]): void;
  setLink(target: Parameters<typeof $setLink>[0]): void;
  move(id: string, direction: 'up' | 'down'): boolean;
  turnInto(kind: string): void;
  /** What the whole block can be turned into. */
  offersFor(id: string): string[];
  turnBlock(id: string, kind: string): void;
  /** Selects from one line to another, counted in the order of the text. */
  select(from: readonly [line: number, offset: number], to: readonly [number, number]): void;
  /** How many lines there are. */
  lineCount(): number;
  /** True while the key goes to the button of a dateline. */
  atDateline(): boolean;
  nest(by: 'in' | 'out'): void;
  /** Undoes or redoes everything there is; answers how many steps that were. */
  wind(direction: 'back' | 'forth'): number;
  /** The ids of the datelines whose dialog was asked for. */
  opened: string[];
}

const house = parseHouse({
  name: 'The Desk',
  source: 'Jiji Press',
  datelineStyle: 'jiji',
  zone: 'Asia/Tokyo',
});

// The text box alone, or with the tools around it.
const withTools = new URLSearchParams(location.search).has('tools');
const connection = new Connection();
const bridge = window.galley ?? new WebBridge(connection, new WebSession());
const app = createApp(new Client(bridge, connection));
if (withTools) window.addEventListener('keydown', app.commands.handleKeys);

Error.stackTraceLimit = 40;

let blocks: readonly Block[] = [];
let story = createArticle('2026-01-01T00:00:00Z');
const fields: StoryFields = {
  story: () => ({ ...story, body: [...blocks] }),
  change: (values) => {
    story = { ...story, ...values } as typeof story;
  },
};
let changes = 0;

function Page() {
  const [shown, setShown] = useState<{ load: number; language: string }>({
    load: 0,
    language: 'en',
  });
  const [toolbar, setToolbar] = useState<HTMLElement | null>(null);
  return (
    <main style={{ width: '40rem', margin: '2rem auto' }}>
      <button type="button">Before</button>
      {withTools && <div ref={setToolbar} />}
      <ArticleBody
        blocks={blocks}
        load={shown.load}
        story="story"
        language={shown.language}
        readOnly={false}
        house={house}
        onChange={(changed) => {
          blocks = changed;
          changes += 1;
        }}
      >
        {withTools && <EditorTools house={house} fields={fields} toolbar={toolbar} />}
        <Expose onLoad={(language) => setShown(({ load }) => ({ load: load + 1, language }))} />
      </ArticleBody>
      <button type="button">After</button>
    </main>
  );
}

function Expose({ onLoad }: { onLoad(language: string): void }) {
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    window.harness = expose(editor, onLoad);
    return editor.registerCommand(
      OPEN_DATELINE_COMMAND,
      (key) => {
        window.harness.opened.push(key);
        return false;
      },
      COMMAND_PRIORITY_HIGH,
    );
  }, [editor, onLoad]);
  return null;
}

function expose(editor: LexicalEditor, onLoad: (language: string) => void): Harness {
  const act = <T,>($act: () => T): T => {
    let result: T | undefined;
    editor.update(
      () => {
        result = $act();
      },
      { discrete: true },
    );
    return result as T;
  };
  return {
    editor,
    blocks: () => blocks,
    story: () => story,
    changes: () => changes,
    load: (loaded, language = 'en') => {
      blocks = loaded;
      story = createArticle('2026-01-01T00:00:00Z');
      flushSync(() => onLoad(language));
      changes = 0;
    },
    caret: () =>
      editor.getEditorState().read(() => {
        const selection = $getSelection();
        if ($isNodeSelection(selection)) return 'node';
        if (!$isRangeSelection(selection)) return null;
        const line = $lineOf(selection.focus.getNode());
        if (line === null) return null;
        const offset = $offsetInLine(line, selection.focus);
        return { id: $idOf(line), offset, type: line.getType() };
      }),
    check: () => {
      const fresh = editor.getEditorState().read(() => $readBlocks());
      if (!deepEqual(blocks, fresh)) {
        throw new Error(
          `the article is not what the editor shows:\n${show(blocks)}\n${show(fresh)}`,
        );
      }
      const other = createEditor({
        nodes: [...nodes],
        onError: (error) => {
          throw error;
        },
      });
      other.update(() => void $writeBlocks(fresh), { discrete: true, skipTransforms: true });
      const back = other.getEditorState().read(() => $readBlocks());
      if (!deepEqual(fresh, back)) {
        throw new Error(`another editor shows it otherwise:\n${show(fresh)}\n${show(back)}`);
      }
      return fresh;
    },
    setDateline: (content) => void act(() => $setDateline(null, content)),
    insertSidebar: (kind) => void act(() => $insertSidebar(kind)),
    setSidebar: (id, change) => {
      const key = keyOf(editor, id);
      act(() => $setSidebar(key, change));
    },
    setLink: (target) => act(() => $setLink(target)),
    move: (id, direction) => {
      const key = keyOf(editor, id);
      return act(() => $moveBlock(key, direction));
    },
    turnInto: (kind) => act(() => $turnInto(textKinds.find(({ id }) => id === kind)!)),
    offersFor: (id) => {
      const key = keyOf(editor, id);
      return editor.read(() => $turnsFor(key).map(({ id: kind }) => kind));
    },
    turnBlock: (id, kind) => {
      const key = keyOf(editor, id);
      act(() => {
        $addUpdateTag(HISTORY_PUSH_TAG);
        $turnBlock(
          key,
          $turnsFor(key).find((offer) => offer.id === kind)!,
        );
      });
    },
    select: (from, to) => act(() => $select(from, to)),
    lineCount: () => editor.read(() => $linesIn($getRoot()).length),
    atDateline: () => document.activeElement?.matches('button.dateline') === true,
    nest: (by) => {
      act(() =>
        editor.dispatchCommand(
          by === 'in' ? INDENT_CONTENT_COMMAND : OUTDENT_CONTENT_COMMAND,
          undefined,
        ),
      );
    },
    wind: (direction) => {
      const command = direction === 'back' ? UNDO_COMMAND : REDO_COMMAND;
      let steps = 0;
      for (;;) {
        const before = editor.getEditorState();
        editor.dispatchCommand(command, undefined);
        if (editor.getEditorState() === before) return steps;
        steps += 1;
      }
    },
    opened: [],
  };
}

function $select(from: readonly [number, number], to: readonly [number, number]): void {
  const lines = $linesIn($getRoot());
  const points = [from, to].map(([index, offset]) => {
    const line = lines[index % lines.length];
    if (line === undefined) throw new Error('there is no line');
    const size = line.getTextContentSize();
    const { key, offset: at, type } = $selectInLine(line, Math.min(offset, size)).anchor;
    return [key, at, type] as const;
  });
  const selection = $createRangeSelection();
  const [anchor, focus] = points;
  if (anchor === undefined || focus === undefined) return;
  selection.anchor.set(...anchor);
  selection.focus.set(...focus);
  $setSelection(selection);
}

function keyOf(editor: LexicalEditor, id: string): NodeKey {
  const found = editor.read(() => $dfs().find(({ node }) => $idOf(node) === id));
  if (found === undefined) throw new Error(`no node has the id ${id}`);
  return found.node.getKey();
}

function show(value: unknown): string {
  return JSON.stringify(value, undefined, 1);
}

/** Shows the page in its `#app`; what it answers takes it away again. */
export function showHarness(): () => void {
  const root = createRoot(document.querySelector('#app') as HTMLElement);
  flushSync(() =>
    root.render(
      <StrictMode>
        <AppContext value={app}>
          <Page />
        </AppContext>
      </StrictMode>,
    ),
  );
  return () => root.unmount();
}
