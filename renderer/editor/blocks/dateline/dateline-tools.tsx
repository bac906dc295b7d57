import {
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  $isParagraphNode,
  COMMAND_PRIORITY_EDITOR,
  type LexicalEditor,
  type NodeKey,
  mergeRegister,
} from 'lexical';
import { MapPin } from 'lucide-react';
import type { BlockTools } from '../block-tools.ts';
import { OPEN_DIALOG_COMMAND } from '../dialogs.ts';
import './dateline.css';
import { DatelineDialog } from './DatelineDialog.tsx';
import { $isLeadNode, OPEN_DATELINE_COMMAND } from './LeadNode.ts';
import { $setDateline, type DatelineContent } from './datelines.ts';
import { $acceptDateline, $datelineInText, contentOf } from './found-dateline.ts';
import { registerLeadKeys } from './lead-keys.ts';

export const datelineTools: BlockTools = {
  inserts: [
    {
      command: 'insert.dateline',
      icon: MapPin,
      insert: (editor, { datelineStyle }) => open(editor, () => $datelineToEdit(datelineStyle)),
    },
  ],
  register: (editor) =>
    mergeRegister(
      registerLeadKeys(editor),
      editor.registerCommand(
        OPEN_DATELINE_COMMAND,
        (key) => {
          if (editor.isEditable()) open(editor, () => $datelineOf(key));
          return true;
        },
        COMMAND_PRIORITY_EDITOR,
      ),
    ),
};

/** A dateline that is edited: that of a lead, or one that stands as text or is to come. */
interface Edited {
  lead: NodeKey | null;
  dateline: DatelineContent | undefined;
}

function open(editor: LexicalEditor, $read: () => Edited): void {
  const { lead, dateline } = editor.read($read);
  editor.dispatchCommand(OPEN_DIALOG_COMMAND, ({ house, close }) => (
    <DatelineDialog
      dateline={dateline}
      house={house}
      onSave={(content) =>
        close(() => {
          if (lead !== null || dateline === undefined) $putDateline(lead, content);
          else $replaceText(dateline, content, house.datelineStyle);
        })
      }
      onRemove={lead === null ? undefined : () => close(() => $putDateline(lead, null))}
      onClose={() => close()}
    />
  ));
}

/** The dateline of the article, the one that stands as text in its first paragraph, or a new one. */
function $datelineToEdit(style: string): Edited {
  const lead = $getRoot().getChildren().find($isLeadNode);
  if (lead !== undefined) return $datelineOf(lead.getKey());
  const typed = $datelineInText(style)?.dateline;
  const dateline = typed === undefined ? undefined : contentOf(typed);
  return { lead: null, dateline };
}

function $datelineOf(key: NodeKey): Edited {
  const lead = $getNodeByKey(key);
  const dateline = $isLeadNode(lead) ? (lead.getDateline() ?? undefined) : undefined;
  return { lead: key, dateline };
}

/** Puts a dateline in the place of the text that it was read from, if that still stands there. */
function $replaceText(typed: DatelineContent, content: DatelineContent, style: string): void {
  const found = $datelineInText(style);
  if (found?.dateline.printed === typed.printed) {
    $acceptDateline(found, content);
    $getRoot().getChildren().find($isLeadNode)?.selectStart();
  } else {
    $putDateline(null, content);
  }
}

/** Sets, changes or removes the dateline; the caret is then at the start of its text. */
function $putDateline(lead: NodeKey | null, content: DatelineContent | null): void {
  const first = $getRoot().getChildren().find($isParagraphNode);
  const key = $setDateline(lead ?? first?.getKey() ?? null, content);
  const paragraph = key === null ? null : $getNodeByKey(key);
  if ($isElementNode(paragraph)) paragraph.selectStart();
}
