import { firstDateline } from '../../article/blocks/dateline/lead.ts';
import type { Article } from '../../article/article.ts';
import type { Block } from '../../article/blocks/blocks.ts';
import { blockSpecs, knownSpec } from '../../article/blocks/specs.ts';
import { printedByline } from '../../article/byline.ts';
import { picturesOf } from '../../article/pictures.ts';
import { type TextKey, formatNumber, listOf, t } from '../locale/locale.ts';
import type { ImportEntry } from '../app/import/import-list.ts';

/** One file or pasted text, and what was recognised in it. */
export function ImportReadingView({ entry }: { entry: ImportEntry }) {
  const { name, state } = entry;
  return (
    <li className={`import-entry ${state.kind}`}>
      <h3>{name === '' ? t('import.pasted') : name}</h3>
      {state.kind === 'reading' && <p className="field-hint">{t('import.reading')}</p>}
      {state.kind === 'refused' && (
        <p className="field-error" role="alert">
          {withoutName(state.reason, name)}
        </p>
      )}
      {(state.kind === 'read' || state.kind === 'stored') && (
        <>
          <Recognised article={state.reading.article} />
          {state.reading.notices.map((notice) => (
            <p key={notice} className="import-notice">
              {notice}
            </p>
          ))}
        </>
      )}
      {state.kind === 'stored' && (
        <div role="status">
          <p className="import-stored">{t('import.stored')}</p>
          {[...new Set(state.notices)].map((notice) => (
            <p key={notice} className="import-notice">
              {notice}
            </p>
          ))}
        </div>
      )}
    </li>
  );
}

/** The heading names the file already. */
function withoutName(reason: string, name: string): string {
  return name !== '' && reason.startsWith(`${name}: `) ? reason.slice(name.length + 2) : reason;
}

function Recognised({ article }: { article: Article }) {
  const { slugline, kicker, headline, standfirst, stamp, body, language } = article;
  const byline = printedByline(article);
  const dateline = firstDateline(body)?.printed.trim();
  const sidebars = body.filter((block) => block.type === 'sidebar');
  return (
    <>
      <p
        className={headline === '' ? 'import-headline none' : 'import-headline'}
        lang={language}
        dir="auto"
      >
        {headline === '' ? t('import.noHeadline') : headline}
      </p>
      <dl className="recognised">
        {slugline !== '' && (
          <>
            <dt>{t('import.slugline')}</dt>
            <dd>{slugline}</dd>
          </>
        )}
        {kicker !== '' && (
          <>
            <dt>{t('import.kicker')}</dt>
            <dd>{kicker}</dd>
          </>
        )}
        {standfirst !== '' && (
          <>
            <dt>{t('import.standfirst')}</dt>
            <dd>{standfirst}</dd>
          </>
        )}
        {stamp !== undefined && (
          <>
            <dt>{t('import.stamp')}</dt>
            <dd>
              {stamp.printed}
              {stamp.instant === undefined && <em>{t('import.stampInDoubt')}</em>}
            </dd>
          </>
        )}
        {byline !== '' && (
          <>
            <dt>{t('import.byline')}</dt>
            <dd>{byline}</dd>
          </>
        )}
        {dateline !== undefined && (
          <>
            <dt>{t('import.dateline')}</dt>
            <dd>{dateline}</dd>
          </>
        )}
        <dt>{t('import.text')}</dt>
        <dd className="numbers">{countsOf(body)}</dd>
        {sidebars.map((sidebar) => {
          const items = sidebar.body.flatMap((block) => (block.type === 'list' ? block.items : []));
          return (
            <div key={sidebar.id}>
              <dt>{t('import.sidebar')}</dt>
              <dd>
                {sidebar.title}{' '}
                <span className="field-hint numbers">
                  {t('import.items', { count: items.length })}
                </span>
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}

/** `5 paragraphs, 1 list and 2 pictures`: all that the text holds beside sidebars. */
function countsOf(body: readonly Block[]): string {
  const kinds = body.map((block) => knownSpec(block)?.counted);
  const pictures = picturesOf(body.filter((block) => knownSpec(block)?.mapPictures !== undefined));
  const counts = COUNTED.map(
    (name) => [name, kinds.filter((kind) => kind === name).length] as const,
  );
  const shown = [...counts, ['pictures', pictures.length] as const].filter(
    ([name, count]) => count > 0 || name === 'paragraphs',
  );
  return listOf(
    shown.map(([name, count]) =>
      t(`import.${name}` as TextKey, { count, shown: formatNumber(count) }),
    ),
  );
}

const COUNTED = [...new Set(Object.values(blockSpecs).flatMap(({ counted = [] }) => counted))];
