import type { Image } from '../../article/blocks/image/image.ts';
import { AbilitiesStore } from './abilities.ts';
import { Commands } from './commands.ts';
import { DeskStore } from './desk/desk-store.ts';
import { DialogStore } from './dialog-store.ts';
import type { Events } from '../../electron/contract/events.ts';
import { FindStore } from './find-store.ts';
import type { Client } from './host/client.ts';
import { LayoutStore } from './layout-store.ts';
import { Notices } from './notices.ts';
import { OwnCaret } from './people/own-caret.ts';
import { PresenceStore } from './people/presence.ts';
import { OpenedStore } from './session/opened-store.ts';
import { Sessions } from './session/sessions.ts';
import type { CountedStory } from './session/story-counts.ts';
import { TakeOvers } from './session/take-overs.ts';
import { TypedAhead } from './session/typed-ahead.ts';
import { Typing } from './session/typing.ts';
import { SettingsStore } from './settings.ts';
import { Store } from './store.ts';
import { TextSelection } from './text-selection.ts';

/** All that one window knows and does, apart from what is on its screen. */
export interface App {
  client: Client;
  abilities: AbilitiesStore;
  settings: SettingsStore;
  commands: Commands;
  dialogs: DialogStore;
  layout: LayoutStore;
  notices: Notices;
  find: FindStore;
  desk: DeskStore;
  /** The stories that are being written, and the one of them that is on the screen. */
  sessions: Sessions;
  opened: OpenedStore;
  typing: Typing;
  selection: TextSelection;
  typedAhead: TypedAhead;
  /** Pictures that came after their paste, by the block that waited for them. */
  latePictures: Map<string, Image>;
  /** Who else is on the desk, and where the person of this window is. */
  presence: PresenceStore;
  ownCaret: OwnCaret;
  takeOvers: TakeOvers;
  /** The counts that the window shows of the open story, wherever it does. */
  counted: Store<{ story: CountedStory | undefined }>;
  /** What the host last said of an export. */
  exportProgress: Store<{ last: Events['export-progress'] | undefined }>;
}

/** Makes the app of a window that speaks to these services. Nothing is asked of them before `read`. */
export function createApp(client: Client): App {
  const notices = new Notices();
  const commands = new Commands();
  const typing = new Typing();
  const desk = new DeskStore(client, notices);
  return {
    client,
    abilities: new AbilitiesStore(client),
    settings: new SettingsStore(client),
    commands,
    dialogs: new DialogStore(),
    layout: new LayoutStore(),
    notices,
    find: new FindStore(),
    desk,
    sessions: new Sessions(client, desk, notices, typing),
    opened: new OpenedStore(),
    typing,
    selection: new TextSelection(),
    typedAhead: new TypedAhead(),
    latePictures: new Map<string, Image>(),
    presence: new PresenceStore(),
    ownCaret: new OwnCaret(commands),
    takeOvers: new TakeOvers(client),
    counted: new Store<{ story: CountedStory | undefined }>({ story: undefined }),
    exportProgress: new Store<{ last: Events['export-progress'] | undefined }>({ last: undefined }),
  };
}
