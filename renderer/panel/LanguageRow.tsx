import { useId } from 'react';
import { LOCALE, t } from '../locale/locale.ts';
import type { ArticleSession } from '../app/session/article-session.ts';
import { useFields, useReadOnly } from '../app/session/fields.ts';
import { DetailRow } from './DetailRow.tsx';
import { useDraft } from './draft.ts';

const COMMON =
  'ar de en en-GB en-US es fr hi id it ja ko nl pl pt pt-BR ru tr uk vi zh-Hans zh-Hant';
const names = new Intl.DisplayNames(LOCALE, { type: 'language' });

/** The language of the story as a BCP 47 tag; any may be written, the usual ones are offered. */
export function LanguageRow({ session }: { session: ArticleSession }) {
  const fields = useFields(session, 'language');
  const readOnly = useReadOnly(session);
  const [draft, setDraft] = useDraft(fields.language);
  const list = useId();
  const tag = canonicalTag(draft);
  return (
    <DetailRow
      names={['language']}
      label={t('details.language')}
      error={tag === undefined ? t('details.language.unknown') : undefined}
    >
      {(control) => (
        <>
          <input
            {...control}
            type="text"
            list={list}
            spellCheck={false}
            readOnly={readOnly}
            value={draft}
            onChange={({ target: { value } }) => {
              const language = canonicalTag(value);
              setDraft(value, language ?? fields.language);
              if (language !== undefined) session.change({ language });
            }}
          />
          {tag !== undefined && <span className="detail-aside">{names.of(tag)}</span>}
          <datalist id={list}>
            {COMMON.split(' ').map((code) => (
              <option key={code} value={code}>
                {names.of(code)}
              </option>
            ))}
          </datalist>
        </>
      )}
    </DetailRow>
  );
}

/** The tag as it is written by rule (`en-GB`), or undefined for what is not a tag. */
function canonicalTag(typed: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(typed.trim())[0];
  } catch {
    // What is not a tag yet is told to the person, who is still typing.
    return undefined;
  }
}
