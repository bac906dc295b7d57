import type { Desktop } from '../boot.ts';
import type { Event } from '../contract/events.ts';
import type { ArticleShelf } from '../services/article-shelf.ts';
import type { Articles } from '../services/articles.ts';
import type { DataTrouble } from '../services/data-trouble.ts';
import type { DeskExports } from '../services/desk-exports.ts';
import type { DeskFollower } from '../services/desk-follow.ts';
import type { Presence } from '../services/presence.ts';
import type { SettingsStore } from '../services/settings.ts';

/** The services that calls are answered with. */
export interface Services {
  articles: Articles;
  desktop: Desktop;
  exports: DeskExports;
  follower: DeskFollower;
  /** The id of this installation. */
  installation: string;
  /** What the person must know of this start. */
  notices: readonly string[];
  presence: Presence;
  settings: SettingsStore;
  shelf: ArticleShelf;
  trouble: DataTrouble;
  emit(event: Event): void;
  /** RFC 3339, UTC */
  now(): string;
}
