import { type InitialConfigType, LexicalComposer } from '@lexical/react/LexicalComposer';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import {
  Component,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Block } from '../../article/blocks/blocks.ts';
import type { House } from '../../article/house.ts';
import { languageAttributes } from '../../article/html/language.ts';
import { t } from '../locale/locale.ts';
import { Timeline } from '../app/session/timeline.ts';
import { Typing } from '../app/session/typing.ts';
import { Button } from '../ui/Button.tsx';
import './editor.css';
import { nodes } from './blocks/nodes.ts';
import { showTimesIn } from './fields/times.ts';
import { type ArticleEditor, registerArticle } from './register.ts';
import { setStory } from './story.ts';
import { theme } from './theme.ts';
import { TimelineContext } from './timeline-context.ts';

export interface ArticleBodyProps {
  /** The body to show when `load` changes. Between two loads the content of the editor is newer. */
  blocks: readonly Block[];
  /** A change of this replaces the content (merge, recover); undo then leaves what came with it. */
  load: string | number;
  /** The story on the desk, whose pictures are shown; undefined for one that is in no folder. */
  story?: string;
  /** The language of the text, BCP 47. */
  language: string;
  readOnly: boolean;
  house: House;
  /** What can be undone in the story; without one, undo ends with the editor. */
  timeline?: Timeline;
  /** Hears of every change; a block that did not change is the same object as before. */
  onChange(blocks: Block[]): void;
  /** Tools that work on the text, inside the `LexicalComposer`. */
  children?: ReactNode;
}

/** The content of one load as it was last changed. */
interface Kept {
  load: string | number;
  blocks: readonly Block[];
}

/** The body of the story, written in place: the multi-line text box `Story body`. */
export function ArticleBody({ children, timeline: given, ...props }: ArticleBodyProps): ReactNode {
  const [own] = useState(() => new Timeline({ typing: new Typing() }));
  const timeline = given ?? own;
  const [fault, setFault] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const kept = useRef<Kept | null>(null);
  const restart = (): void => {
    setFault(false);
    setAttempt((number) => number + 1);
  };
  const config: InitialConfigType = {
    namespace: 'galley',
    nodes: [...nodes],
    theme,
    editable: !props.readOnly,
    // A failed update leaves the text as it was before it; the person is told, and writes on.
    onError: (error) => {
      console.error(error);
      setFault(true);
    },
  };
  return (
    <div className="article-body">
      {fault && <FaultMessage onRestart={restart} />}
      <FaultBoundary key={attempt} onRestart={restart}>
        <LexicalComposer initialConfig={config}>
          <TimelineContext value={timeline}>
            <Text {...props} kept={kept} timeline={timeline} />
            {children}
          </TimelineContext>
        </LexicalComposer>
      </FaultBoundary>
    </div>
  );
}

interface TextProps extends Omit<ArticleBodyProps, 'children' | 'timeline'> {
  timeline: Timeline;
  kept: RefObject<Kept | null>;
}

function Text({
  blocks,
  load,
  story,
  language,
  readOnly,
  house,
  onChange,
  timeline,
  kept,
}: TextProps): ReactNode {
  const [editor] = useLexicalComposerContext();
  const article = useRef<ArticleEditor | null>(null);
  const attributes = languageAttributes(language);
  const dir: 'ltr' | 'rtl' = attributes.dir ?? 'ltr';
  const given = useRef({ blocks, load, house, onChange, dir });
  useLayoutEffect(() => {
    given.current = { blocks, load, house, onChange, dir };
  });

  useLayoutEffect(() => {
    if (story !== undefined) setStory(editor, story);
  }, [editor, story]);

  useLayoutEffect(() => showTimesIn(editor, house.zone), [editor, house.zone]);

  useLayoutEffect(() => {
    const registered = registerArticle(
      editor,
      () => given.current.house,
      (changed) => {
        kept.current = { load: given.current.load, blocks: changed };
        given.current.onChange(changed);
      },
      timeline,
    );
    article.current = registered;
    return () => {
      article.current = null;
      registered.stop();
    };
  }, [editor, kept, timeline]);

  const loaded = useRef(load);
  // After a fault the words are those of the last change, not those that were opened.
  useLayoutEffect(() => {
    const words = kept.current?.load === load ? kept.current.blocks : given.current.blocks;
    article.current?.load(words, given.current.dir);
    if (loaded.current !== load) timeline.othersCame({ body: [...words] });
    loaded.current = load;
  }, [kept, load, timeline]);

  useEffect(() => {
    article.current?.setDirection(dir);
  }, [dir]);

  useEffect(() => {
    editor.setEditable(!readOnly);
  }, [editor, readOnly]);

  return (
    <ContentEditable
      className="article-text"
      ariaLabel={t('editor.body')}
      ariaMultiline
      role="textbox"
      aria-readonly={readOnly}
      lang={attributes.lang}
      spellCheck={false}
    />
  );
}

function FaultMessage({ onRestart }: { onRestart(): void }): ReactNode {
  return (
    <div className="editor-fault" role="alert">
      <p>{t('editor.fault')}</p>
      <Button onClick={onRestart}>{t('editor.reload')}</Button>
    </div>
  );
}

/** Catches a fault while the editor is drawn; the words are with the owner of the blocks. */
class FaultBoundary extends Component<
  { children: ReactNode; onRestart(): void },
  { failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: Error): void {
    console.error(error);
  }

  override render(): ReactNode {
    if (this.state.failed) return <FaultMessage onRestart={this.props.onRestart} />;
    return this.props.children;
  }
}
