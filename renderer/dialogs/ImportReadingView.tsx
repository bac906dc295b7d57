import type { Article } from '../../article/article.ts';
import type { Block } from '../../article/blocks/blocks.ts';
import { printedByline } from '../../article/byline.ts';
import { formatNumber, t } from '../locale/locale.ts';
import type { ImportEntry } from './import-list.ts';

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
      {state.kind === 'stored' && <p className="import-stored">{t('import.stored')}</p>}
    </li>
  );
}

/** The heading names the file already. */
function withoutName(reason: string, name: string): string {
  return name !== '' && reason.startsWith(`${name}: `) ? reason.slice(name.length + 2) : reason;
}

function Recognised({ article }: { article: Article }) {
  const { headline, stamp, body, language } = article;
  const byline = printedByline(article);
  const dateline = body.find((block) => block.type === 'dateline')?.printed.trim();
  const sidebars = body.filter((block) => block.type === 'sidebar');
  const count = (type: Block['type']) => body.filter((block) => block.type === type).length;
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
        <dd className="numbers">
          {t('import.paragraphs', {
            count: count('paragraph'),
            shown: formatNumber(count('paragraph')),
          })}
        </dd>
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
