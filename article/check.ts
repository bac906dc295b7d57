import { AppError } from './app-error.ts';
import { type Article, articleFaults } from './article.ts';
import { readArticleFile } from './article-file.ts';
import { isInstant } from './html/instant.ts';
import { type PublishOptions, type Warning, publish } from './publish.ts';

/** What the desk should know of a story; an `error` is what stops its export. */
export interface Finding extends Warning {
  severity: 'error' | 'warning';
}

const STOPS: readonly string[] = ['unknown-block', 'unknown-mark'];

/** Everything that an export would warn of or stop at, in the order of the story. */
export function checkArticle(
  article: Article,
  { resolve, now }: Pick<PublishOptions, 'resolve' | 'now'> = {},
): Finding[] {
  const { warnings } = publish(article, {
    dropUnknown: true,
    ...(resolve !== undefined && { resolve }),
    ...(now !== undefined && { now }),
  });
  return [...warnings, ...timesInDoubt(article)].map((warning) =>
    STOPS.includes(warning.code)
      ? {
          ...warning,
          severity: 'error',
          message: `${warning.message.replace(/^Left out: (.*)\.$/u, '$1')} is not known to this Galley. Update Galley, or agree to leave it out`,
        }
      : { ...warning, severity: 'warning' },
  );
}

/** The times of the file that are no times; they are kept as they are. */
function timesInDoubt(article: Article): Warning[] {
  return (['created', 'modified'] as const)
    .filter((path) => !isInstant(article[path]))
    .map((path) => {
      const message = `“${article[path]}” is not understood as a time, such as 2021-12-25T11:01:00Z.`;
      return { code: 'time-in-doubt', path, message };
    });
}

/**
 * Reads the text of an article file as `readArticleFile` does; instead of an AppError there are all
 * the faults of the file, with their paths. `findings` also tells what was mended on the way in.
 */
export function checkArticleFile(text: string): { article?: Article; findings: Finding[] } {
  try {
    const { article, readOnly, notices } = readArticleFile(text);
    const findings = notices.map((message): Finding => ({
      severity: 'warning',
      code: 'mended',
      path: '',
      message,
    }));
    if (readOnly) {
      const message = 'A newer Galley has written this file; what it added may not be published.';
      findings.push({ severity: 'warning', code: 'newer-version', path: 'version', message });
    }
    return { article, findings };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { findings: faultsOf(text, error) };
  }
}

function faultsOf(text: string, error: AppError): Finding[] {
  const finding = (path: string, message: string): Finding => ({
    severity: 'error',
    code: error.code,
    path,
    message,
  });
  const faults =
    error.code === 'invalid' ? articleFaults(JSON.parse(text.replace(/^\uFEFF/u, ''))) : [];
  if (faults.length > 0) return faults.map(({ path, message }) => finding(path, message));
  const path = error.path ?? '';
  const own = path !== '' && error.message.startsWith(`${path}: `);
  return [finding(path, own ? error.message.slice(path.length + 2) : error.message)];
}
