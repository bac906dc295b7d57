import type { Unwritten } from '../../../electron/contract/bridge.ts';
import type { OpenArticle } from '../../../electron/contract/calls.ts';
import type { Events } from '../../../electron/contract/events.ts';
import type { DeskStore } from '../desk/desk-store.ts';
import type { Client } from '../host/client.ts';
import { t } from '../../locale/locale.ts';
import type { Notices } from '../notices.ts';
import { ArticleSession } from './article-session.ts';
import { StepLimit } from './step-limit.ts';
import type { Step } from './step.ts';
import { Timeline } from './timeline.ts';
import type { Typing } from './typing.ts';
import type { SessionHost } from './session-host.ts';

/** The stories that a window has in hand: the open one, and those that were left and are not written yet. */
export class Sessions {
  /** The last change of a story that was told while its own words are still being written. */
  readonly told = new WeakMap<ArticleSession, Events['article-changed']>();
  private readonly all = new Map<string, ArticleSession>();
  /** What was done to stories that were left, and the file it led to: undo goes on where it ended. */
  private readonly left = new Map<string, Pick<ArticleSession, 'fileHash' | 'timeline'>>();
  private readonly limit = new StepLimit<Step>();
  private readonly host: SessionHost;
  private readonly typing: Typing;
  private readonly notices: Notices;

  constructor(client: Client, desk: DeskStore, notices: Notices, typing: Typing) {
    this.typing = typing;
    this.notices = notices;
    this.host = {
      save: (args) => client.call('articles.save', { ...args, window: client.window }),
      keep: (article) => client.call('articles.keep', { article, window: client.window }),
      isOwn: (installation) => installation === desk.snapshot().view?.installation,
    };
  }

  /** The session of a story that is in hand. */
  get(id: string): ArticleSession | undefined {
    return this.all.get(id);
  }

  /** The ids of the stories. */
  get ids(): string[] {
    return [...this.all.keys()];
  }

  /** A session for a story that was opened; one with words that its file lacks goes on. */
  open(answer: OpenArticle): ArticleSession {
    const { id } = answer.article;
    const before = this.all.get(id);
    if (before?.dirty === true) return before;
    const session = new ArticleSession(answer, this.host, this.timelineFor(answer));
    this.all.set(id, session);
    return session;
  }

  /** Writes whatever is not written, in every story of the window. */
  async flushAll(): Promise<void> {
    await Promise.all([...this.all.values()].map((session) => session.flush()));
  }

  /** The stories with words that are not in their files. */
  unwritten(): Unwritten[] {
    return [...this.all.values()]
      .filter((session) => session.dirty)
      .map((session) => {
        const { article, save } = session.snapshot();
        return { article, reason: save.kind === 'failed' ? save.reason : t('leave.writing') };
      });
  }

  /** Ends a session whose words are in their file; what can be undone stays. */
  letGo(session: ArticleSession): void {
    session.dispose();
    if (this.all.get(session.id) !== session) return;
    this.all.delete(session.id);
    const { fileHash, timeline } = session;
    this.left.set(session.id, { fileHash, timeline });
  }

  /** Lets go of all that the window has of a story. */
  forget(id: string): void {
    const session = this.all.get(id);
    (session ?? this.left.get(id))?.timeline.end();
    session?.dispose();
    this.all.delete(id);
    this.left.delete(id);
  }

  /** The timeline that leads to the file as it is now; an empty one if there is none. */
  private timelineFor({ article, hash, readOnly }: OpenArticle): Timeline {
    const last = this.all.get(article.id) ?? this.left.get(article.id);
    if (last?.fileHash === hash && !readOnly) return last.timeline;
    const { typing, limit, notices } = this;
    const onOverwritten = () => notices.tell(t('undo.overwritten'));
    return new Timeline({ typing, limit, onOverwritten });
  }
}
