import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import type { Article } from '../../article/article.ts';
import { printedByline, bylinesFromText } from '../../article/byline.ts';
import { runCommand } from '../commands.ts';
import { desk } from '../desk/desk-store.ts';
import { showStory } from '../frame/layout-store.ts';
import { t } from '../locale/locale.ts';
import type { ArticleChange, ArticleSession } from '../session/article-session.ts';
import { useFolderName } from '../session/rename-folder.ts';
import { useWatched } from '../session/store.ts';
import { DetailRow } from './DetailRow.tsx';
import { History } from './History.tsx';
import { LanguageRow } from './LanguageRow.tsx';
import { StampRow } from './StampRow.tsx';
import { StatusMenu } from './StatusMenu.tsx';
import { useDraft } from './draft.ts';

const FIELD = 'input, textarea, select';

/** What is known about the story: who, when, where it stands. None of it is in the proof's text. */
export function Details({ session }: { session: ArticleSession }) {
  const { article, save } = useWatched(session, (view) => view);
  const readOnly = save.kind === 'read-only';
  const { change } = session;
  const folderName = useFolderName(session);

  const text = (name: 'slugline' | 'section' | 'canonicalUrl') => ({
    type: 'text',
    readOnly,
    value: article[name] ?? '',
    onChange: ({ target: { value } }: { target: { value: string } }) =>
      change(name === 'canonicalUrl' && value === '' ? { [name]: undefined } : { [name]: value }),
  });

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are those of its fields
    <section
      className="panel details recedes"
      aria-label={t('panel.details')}
      onKeyDown={(event) => {
        const inField = event.target instanceof HTMLElement && event.target.matches(FIELD);
        if (event.key !== 'Escape' || !inField) return;
        showStory();
        runCommand('view.text');
      }}
    >
      <StatusMenu session={session} />
      <DetailRow names={['slugline']} label={t('details.slugline')}>
        {(control) => (
          <input {...control} {...text('slugline')} spellCheck={false} {...folderName} />
        )}
      </DetailRow>
      <SectionRow {...text('section')} />
      <KeywordsRow article={article} readOnly={readOnly} onChange={change} />
      <BylineRow article={article} readOnly={readOnly} onChange={change} />
      <StampRow article={article} readOnly={readOnly} onChange={change} />
      <LanguageRow article={article} readOnly={readOnly} onChange={change} />
      <UrgencyRow article={article} readOnly={readOnly} onChange={change} />
      <DetailRow names={['canonicalUrl']} label={t('details.canonicalUrl')}>
        {(control) => (
          <input
            {...control}
            {...text('canonicalUrl')}
            type="url"
            inputMode="url"
            placeholder="https://"
            spellCheck={false}
          />
        )}
      </DetailRow>
      <DetailRow
        names={['edNote']}
        label={t('details.edNote')}
        hint={t('details.edNote.hint')}
        tall
      >
        {(control) => (
          <textarea
            {...control}
            rows={3}
            readOnly={readOnly}
            value={article.edNote}
            onChange={(event) => change({ edNote: event.target.value })}
          />
        )}
      </DetailRow>
      <History steps={article.history} />
    </section>
  );
}

interface RowProps {
  article: Article;
  readOnly: boolean;
  onChange(fields: ArticleChange): void;
}

type SectionProps = Omit<React.ComponentProps<'input'>, 'id' | 'className'>;

function SectionRow(props: SectionProps) {
  const all = useWatched(desk, (state) => state.all);
  const list = useId();
  const sections = [...new Set(all.map(({ section }) => section))].filter(Boolean).toSorted();
  return (
    <DetailRow names={['section']} label={t('details.section')}>
      {(control) => (
        <>
          <input {...control} {...props} list={list} />
          <datalist id={list}>
            {sections.map((section) => (
              <option key={section}>{section}</option>
            ))}
          </datalist>
        </>
      )}
    </DetailRow>
  );
}

function KeywordsRow({ article, readOnly, onChange }: RowProps) {
  const [draft, setDraft] = useDraft(article.keywords.join(', '));
  return (
    <DetailRow names={['keywords']} label={t('details.keywords')}>
      {(control) => (
        <input
          {...control}
          type="text"
          readOnly={readOnly}
          placeholder={t('details.keywords.placeholder')}
          value={draft}
          onChange={({ target: { value } }) => {
            const keywords = value
              .split(/[,、，;]/u)
              .map((keyword) => keyword.trim())
              .filter((keyword) => keyword !== '');
            setDraft(value, keywords.join(', '));
            onChange({ keywords });
          }}
        />
      )}
    </DetailRow>
  );
}

function BylineRow({ article, readOnly, onChange }: RowProps) {
  return (
    <DetailRow names={['bylines', 'bylineText']} label={t('details.byline')}>
      {(control) => (
        <input
          {...control}
          type="text"
          readOnly={readOnly}
          placeholder={t('details.byline.placeholder')}
          value={printedByline(article)}
          onChange={({ target: { value } }) => {
            const { language } = article;
            const bylines = bylinesFromText(value, article.bylines, language);
            const byHand = value !== printedByline({ bylines, language });
            onChange({ bylines, bylineText: byHand ? value : undefined });
          }}
        />
      )}
    </DetailRow>
  );
}

function UrgencyRow({ article, readOnly, onChange }: RowProps) {
  return (
    <DetailRow names={['urgency']} label={t('details.urgency')}>
      {(control) => (
        <>
          <select
            {...control}
            disabled={readOnly}
            value={article.urgency ?? ''}
            onChange={({ target: { value } }) =>
              onChange({ urgency: value === '' ? undefined : Number(value) })
            }
          >
            <option value="">{t('details.urgency.none')}</option>
            {[1, 2, 3, 4, 5, 6, 7, 8, 9].map((level) => (
              <option key={level} value={level}>
                {level === 1 || level === 9 ? t(`details.urgency.${level}`) : level}
              </option>
            ))}
          </select>
          <ChevronDown className="detail-aside" size={14} aria-hidden />
        </>
      )}
    </DetailRow>
  );
}
