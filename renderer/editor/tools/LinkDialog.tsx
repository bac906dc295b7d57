import { useCallback, useEffect, useState } from 'react';
import { useApp } from '../../app/use-app.ts';
import { t } from '../../locale/locale.ts';
import { Button } from '../../ui/Button.tsx';
import { Combobox } from '../../ui/Combobox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { useSuggestions } from '../../ui/use-suggestions.ts';
import type { LinkTarget } from '../links.ts';
import { looksLikeAddress, parseAddress, shownAddress } from './address.ts';
import { type StorySuggestion, findStories, storyOf } from './stories.ts';

interface LinkDialogProps {
  /** Where the link leads now; undefined for a new one. */
  target: LinkTarget | undefined;
  /** True when no text is there yet that could carry the link. */
  needsText: boolean;
  /** `text` is empty unless the link needs one. */
  onSave(target: LinkTarget, text: string): void;
  onRemove(): void;
  onClose(): void;
}

/** Asks where a link leads: to an address, or to another story of the desk. */
export function LinkDialog({ target, needsText, onSave, onRemove, onClose }: LinkDialogProps) {
  const { client } = useApp();
  const find = useCallback((query: string) => findStories(client, query), [client]);
  const [typed, setTyped] = useState(target !== undefined && 'href' in target ? target.href : '');
  const [story, setStory] = useState<StorySuggestion>();
  const [text, setText] = useState<string>();
  const [error, setError] = useState<string>();
  const linked = target !== undefined && 'article' in target ? target.article : undefined;
  const query = story !== undefined || looksLikeAddress(typed) ? undefined : typed;
  const found = useSuggestions(query, find);

  useEffect(() => {
    if (linked === undefined) return;
    let late = false;
    void storyOf(client, linked).then(
      (now) => {
        if (late) return undefined;
        if (now === undefined) return setError(t('link.storyGone'));
        setTyped(now.label);
        return setStory(now);
      },
      (reason: unknown) => setError(reason instanceof Error ? reason.message : String(reason)),
    );
    return () => {
      late = true;
    };
  }, [client, linked]);

  const ownText = text ?? (story === undefined ? suggestedText(typed) : story.label);

  const save = () => {
    const href = story === undefined ? parseAddress(typed) : undefined;
    const to = story === undefined ? href !== undefined && { href } : { article: story.id };
    if (to === false) setError(typed.trim() === '' ? t('link.empty') : t('link.notAnAddress'));
    else onSave(to, needsText ? ownText : '');
  };

  return (
    <Dialog
      title={target === undefined ? t('link.new') : t('link.edit')}
      onClose={onClose}
      onSubmit={save}
      foot={
        <>
          {target !== undefined && (
            <Button look="quiet" className="foot-start" onClick={onRemove}>
              {t('link.remove')}
            </Button>
          )}
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" submit>
            {t('link.save')}
          </Button>
        </>
      }
    >
      <Field label={t('link.to')} hint={hintFor(story)} error={error ?? found.error}>
        {(control) => (
          <Combobox
            control={control}
            label={t('link.stories')}
            value={typed}
            suggestions={found.suggestions}
            placeholder={t('link.placeholder')}
            onInput={(value) => {
              setTyped(value);
              setStory(undefined);
              setError(undefined);
            }}
            onChoose={(chosen) => {
              setTyped(chosen.label);
              setStory(chosen);
              setError(undefined);
            }}
          />
        )}
      </Field>
      {needsText && (
        <Field label={t('link.text')}>
          {(control) => (
            <input
              {...control}
              type="text"
              value={ownText}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
      )}
    </Dialog>
  );
}

function hintFor(story: StorySuggestion | undefined): string {
  if (story === undefined) return t('link.hint');
  return story.address === '' ? t('link.storyWithoutAddress') : t('link.storyHint');
}

function suggestedText(typed: string): string {
  const href = parseAddress(typed);
  return href === undefined ? '' : shownAddress(href);
}
