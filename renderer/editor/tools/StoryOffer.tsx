import { $addUpdateTag, $onUpdate, HISTORY_PUSH_TAG, type LexicalEditor } from 'lexical';
import { useState } from 'react';
import { type StoryPart, type WireStory, fillStory } from '../../../article/import/wire-story.ts';
import { listOf, t } from '../../locale/locale.ts';
import { announce } from '../../ui/announce.ts';
import { $insertBlocks } from '../content/insert-blocks.ts';
import type { Pasted } from '../content/pasted.ts';
import { $selectBetween } from '../selection/places.ts';
import type { StoryFields } from '../story-fields.ts';
import { useTimeline } from '../timeline-context.ts';
import { ACCEPT_KEYS, Offer } from './Offer.tsx';
import { useApp } from '../../app/use-app.ts';

interface StoryOfferProps {
  editor: LexicalEditor;
  pasted: Pasted;
  /** What was read from it. */
  story: WireStory;
  fields: StoryFields;
  onAnswer(): void;
}

/**
 * Offers to make a structured story of wire copy that was pasted: its fields are filled and its
 * blocks take the place of its lines, as one step. What the story has already stays.
 */
export function StoryOffer({ editor, pasted, story, fields, onAnswer }: StoryOfferProps) {
  const { notices } = useApp();
  const timeline = useTimeline();
  const [{ filled, kept }] = useState(fill);
  const parts = namesOf(filled);

  function fill() {
    const now = fields.story();
    const fresh = pasted.alone && `${now.kicker}${now.headline}${now.standfirst}`.trim() === '';
    return fillStory(now, story, fresh);
  }

  const accept = () => {
    onAnswer();
    const { after, body } = fill();
    editor.update(() => {
      if (!$selectBetween(pasted.start, pasted.end)) return;
      $addUpdateTag(HISTORY_PUSH_TAG);
      $insertBlocks(body);
      $onUpdate(() => timeline.asPartOfLast(() => fields.change(after)));
    });
    announce(t('offer.story.accepted', { parts }));
    if (story.notices.length > 0) notices.tell(story.notices.join(' '));
  };

  // Nothing would be filled that is not there already.
  if (filled.length === 0) return null;
  const question = t('offer.story.question', { parts });
  const stays = kept.length === 0 ? '' : t('offer.story.kept', { parts: namesOf(kept) });
  return (
    <Offer
      editor={editor}
      label={t('offer.story.label')}
      announcement={`${question} ${stays} ${t('offer.story.keys', { keys: ACCEPT_KEYS })}`}
      accept={t('offer.story.accept')}
      decline={t('offer.story.decline')}
      at="foot"
      onAccept={accept}
      onDecline={onAnswer}
    >
      {question} {stays}
    </Offer>
  );
}

function namesOf(parts: readonly StoryPart[]): string {
  return listOf(parts.map((part) => t(`offer.story.${part}`)));
}
