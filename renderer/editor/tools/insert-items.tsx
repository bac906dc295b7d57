import {
  Frame,
  Heading,
  Image,
  Images,
  List,
  ListOrdered,
  ListTree,
  type LucideIcon,
  MapPin,
  Minus,
  PanelRight,
  PencilLine,
  Pilcrow,
  Quote,
  Table,
  TextQuote,
  Trophy,
} from 'lucide-react';
import type { CommandId } from '../../../electron/contract/commands.ts';

/** A block that can be inserted: its command, and other words under which a person may look for it. */
interface InsertItem {
  command: CommandId & `insert.${string}`;
  icon: LucideIcon;
  words: string;
  /** A new group begins. */
  starts?: true;
}

/** What the palette and the `Insert` menu offer, in their order. */
export const insertItems: readonly InsertItem[] = [
  { command: 'insert.dateline', icon: MapPin, words: 'place city source wire' },
  { command: 'insert.crosshead', icon: Heading, words: 'heading subhead title h2', starts: true },
  { command: 'insert.bulleted', icon: List, words: 'unordered points ul' },
  { command: 'insert.numbered', icon: ListOrdered, words: 'ordered ol' },
  { command: 'insert.quote', icon: TextQuote, words: 'quotation blockquote said', starts: true },
  { command: 'insert.pullquote', icon: Quote, words: 'pull quotation large' },
  { command: 'insert.picture', icon: Image, words: 'image photo figure', starts: true },
  { command: 'insert.gallery', icon: Images, words: 'pictures photos slideshow' },
  { command: 'insert.embed', icon: Frame, words: 'video map post youtube' },
  { command: 'insert.table', icon: Table, words: 'rows columns cells grid' },
  { command: 'insert.correction', icon: PencilLine, words: 'clarification update note wrong' },
  { command: 'insert.divider', icon: Minus, words: 'line rule separator hr' },
  { command: 'insert.links', icon: ListTree, words: 'box related rail', starts: true },
  { command: 'insert.ranking', icon: Trophy, words: 'box top most read rail' },
  { command: 'insert.factbox', icon: PanelRight, words: 'box facts background rail' },
  { command: 'insert.paragraph', icon: Pilcrow, words: 'text plain', starts: true },
];
