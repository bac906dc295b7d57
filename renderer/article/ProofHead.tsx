import { useEffect, useRef } from 'react';
import { printedByline } from '../../article/byline.ts';
import { languageAttributes } from '../../article/html/language.ts';
import { HEAD_KEYS } from '../../article/story-lines.ts';
import { formatNumber, t } from '../locale/locale.ts';
import type { ArticleSession } from '../app/session/article-session.ts';
import { FieldMark } from '../presence/PresenceMark.tsx';
import { useFields, useReadOnly } from '../app/session/fields.ts';
import { useFolderName } from '../app/session/rename-folder.ts';
import { ProofField } from './ProofField.tsx';
import { selectIn } from '../editor/fields/plain-text.ts';
import { useApp } from '../app/use-app.ts';

interface ProofHeadProps {
  session: ArticleSession;
  /** The longest headline that fits, in characters; 0 for no limit. */
  headlineLimit: number;
  /** A story that was made just now: its headline takes the focus. */
  begun: 'blank' | 'copy' | undefined;
  /** The caret wants to go on into the body. */
  onLeave(): void;
}

/** The head of the proof: kicker, headline, standfirst, and who and when, as they will be read. */
export function ProofHead(props: ProofHeadProps) {
  const { typedAhead } = useApp();
  const { session, headlineLimit, begun, onLeave } = props;
  const article = useFields(session, ...HEAD_KEYS, 'bylines', 'bylineText', 'stamp', 'language');
  const readOnly = useReadOnly(session);
  const folderName = useFolderName(session);
  const head = useRef<HTMLElement>(null);
  const used = charactersOf(article.headline);
  const over = headlineLimit > 0 && used > headlineLimit;

  useEffect(() => {
    if (begun === undefined) return;
    const fieldOf = (name: string) =>
      head.current?.querySelector<HTMLElement>(`.${name} [role="textbox"]`);
    fieldOf('headline')?.focus();
    const typed = begun === 'blank' ? typedAhead.take() : undefined;
    if (typed === undefined) return;
    const { standfirst } = typed;
    if (typed.headline !== '') session.change({ headline: typed.headline });
    if (standfirst === undefined) return;
    session.change({ standfirst });
    fieldOf('standfirst')?.focus();
  }, [typedAhead, begun, session]);

  const go = (index: number, by: 1 | -1) => {
    const fields = [...(head.current?.querySelectorAll<HTMLElement>('[role="textbox"]') ?? [])];
    const field = fields[index];
    if (field === undefined) {
      if (index > 0) onLeave();
      return;
    }
    field.focus();
    // From below one comes to its end.
    if (by < 0) selectIn(field, [field.textContent.length, field.textContent.length]);
  };

  return (
    <header ref={head} className="proof-head" dir={languageAttributes(article.language).dir}>
      {HEAD_KEYS.map((name, index) => (
        <ProofField
          key={name}
          name={name}
          className={name}
          label={t(`proof.${name}`)}
          placeholder={t(`proof.${name}.placeholder`)}
          value={article[name]}
          language={article.language}
          readOnly={readOnly}
          description={
            name === 'headline' && headlineLimit > 0
              ? t('proof.headline.used', { used, limit: headlineLimit })
              : undefined
          }
          {...(name === 'headline' && folderName)}
          onChange={(value) => session.change({ [name]: value })}
          onLeave={(to) => (to === 'next' ? go(index + 1, 1) : go(index - 1, -1))}
        >
          <FieldMark story={session.id} field={name} />
        </ProofField>
      ))}
      {headlineLimit > 0 && (
        <span
          className={over ? 'headline-count numbers over' : 'headline-count numbers'}
          aria-hidden
        >
          {formatNumber(used)}/{formatNumber(headlineLimit)}
        </span>
      )}
      <div className="proof-line">
        <ToDetail
          field="bylines"
          text={printedByline(article)}
          missing={t('proof.byline.missing')}
          language={article.language}
        />
        <ToDetail
          field="stamp"
          text={article.stamp?.printed ?? ''}
          missing={t('proof.stamp.missing')}
          language={article.language}
        />
      </div>
    </header>
  );
}

interface ToDetailProps {
  field: 'bylines' | 'stamp';
  text: string;
  missing: string;
  language: string;
}

/** What is written in Details and printed here; a click goes to where it is written. */
function ToDetail({ field, text, missing, language }: ToDetailProps) {
  const { layout } = useApp();
  return (
    <button
      type="button"
      className={text === '' ? 'to-detail none' : 'to-detail'}
      lang={text === '' ? undefined : language}
      onClick={() => layout.focusDetail(field)}
    >
      {text === '' ? missing : text}
    </button>
  );
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a person counts as characters: an accent or an emoji is one with what carries it. */
function charactersOf(text: string): number {
  return [...characters.segment(text)].length;
}
