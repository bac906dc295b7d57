import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import { printedByline, writtenByline } from '../../article/byline.ts';
import { keywordsFromText, printedKeywords } from '../../article/keywords.ts';
import { isOptional } from '../../article/fields.ts';
import { t } from '../locale/locale.ts';
import type { ArticleSession } from '../app/session/article-session.ts';
import { useFields, useReadOnly } from '../app/session/fields.ts';
import { useFolderName } from '../app/session/rename-folder.ts';
import { useWatched } from '../app/store.ts';
import { DetailRow } from './DetailRow.tsx';
import { History } from './History.tsx';
import { LanguageRow } from './LanguageRow.tsx';
import { StampRow } from './StampRow.tsx';
import { StatusMenu } from './StatusMenu.tsx';
import { useDraft } from './draft.ts';
import { useApp } from '../app/use-app.ts';

const FIELD = 'input, textarea, select';

/** What is known about the story: who, when, where it stands. None of it is in the proof's text. */
export function Details({ session }: { session: ArticleSession }) {
  const { commands, layout } = useApp();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are those of its fields
    <section
      className="panel details recedes"
      aria-label={t('panel.details')}
      onKeyDown={(event) => {
        const inField = event.target instanceof HTMLElement && event.target.matches(FIELD);
        if (event.key !== 'Escape' || !inField) return;
        layout.showStory();
        commands.run('view.text');
      }}
    >
      <StatusMenu session={session} />
      <SlugRow session={session} />
      <SectionRow session={session} />
      <KeywordsRow session={session} />
      <BylineRow session={session} />
      <StampRow session={session} />
      <LanguageRow session={session} />
      <UrgencyRow session={session} />
      <AddressRow session={session} />
      <EdNoteRow session={session} />
      <History session={session} />
    </section>
  );
}

interface RowProps {
  session: ArticleSession;
}

/** What the control of a plain text shows and writes. */
function useText(
  session: ArticleSession,
  name: 'slugline' | 'section' | 'canonicalUrl' | 'edNote',
) {
  const { [name]: value = '' } = useFields(session, name);
  const readOnly = useReadOnly(session);
  return {
    readOnly,
    value,
    onChange: ({ target }: { target: { value: string } }) =>
      session.change({
        [name]: isOptional(name) && target.value === '' ? undefined : target.value,
      }),
  };
}

function SlugRow({ session }: RowProps) {
  const text = useText(session, 'slugline');
  const folderName = useFolderName(session);
  return (
    <DetailRow names={['slugline']} label={t('details.slugline')}>
      {(control) => <input {...control} {...text} type="text" spellCheck={false} {...folderName} />}
    </DetailRow>
  );
}

function SectionRow({ session }: RowProps) {
  const { desk } = useApp();
  const text = useText(session, 'section');
  const all = useWatched(desk, (state) => state.all);
  const list = useId();
  const sections = [...new Set(all.map(({ section }) => section))].filter(Boolean).toSorted();
  return (
    <DetailRow names={['section']} label={t('details.section')}>
      {(control) => (
        <>
          <input {...control} {...text} type="text" list={list} />
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

function KeywordsRow({ session }: RowProps) {
  const fields = useFields(session, 'keywords');
  const readOnly = useReadOnly(session);
  const [draft, setDraft] = useDraft(printedKeywords(fields.keywords));
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
            const keywords = keywordsFromText(value);
            setDraft(value, printedKeywords(keywords));
            session.change({ keywords });
          }}
        />
      )}
    </DetailRow>
  );
}

function BylineRow({ session }: RowProps) {
  const fields = useFields(session, 'bylines', 'bylineText', 'language');
  const readOnly = useReadOnly(session);
  return (
    <DetailRow names={['bylines', 'bylineText']} label={t('details.byline')}>
      {(control) => (
        <input
          {...control}
          type="text"
          readOnly={readOnly}
          placeholder={t('details.byline.placeholder')}
          value={printedByline(fields)}
          onChange={({ target: { value } }) => session.change(writtenByline(fields, value))}
        />
      )}
    </DetailRow>
  );
}

function UrgencyRow({ session }: RowProps) {
  const { urgency } = useFields(session, 'urgency');
  const readOnly = useReadOnly(session);
  return (
    <DetailRow names={['urgency']} label={t('details.urgency')}>
      {(control) => (
        <>
          <select
            {...control}
            disabled={readOnly}
            value={urgency ?? ''}
            onChange={({ target: { value } }) =>
              session.change({ urgency: value === '' ? undefined : Number(value) })
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

function AddressRow({ session }: RowProps) {
  const text = useText(session, 'canonicalUrl');
  return (
    <DetailRow names={['canonicalUrl']} label={t('details.canonicalUrl')}>
      {(control) => (
        <input
          {...control}
          {...text}
          type="url"
          inputMode="url"
          placeholder="https://"
          spellCheck={false}
        />
      )}
    </DetailRow>
  );
}

function EdNoteRow({ session }: RowProps) {
  const text = useText(session, 'edNote');
  return (
    <DetailRow names={['edNote']} label={t('details.edNote')} hint={t('details.edNote.hint')} tall>
      {(control) => <textarea {...control} {...text} rows={3} />}
    </DetailRow>
  );
}
