import { useEffect, useMemo, useState } from 'react';
import type { Article } from '../../article/article.ts';
import type { FindPicture, PublishedPicture } from '../../article/html/page-setting.ts';
import { picturesOf } from '../../article/pictures.ts';
import { useApp } from '../app/use-app.ts';

/** Where the pictures of a story are on its page; undefined until that is known of all of them. */
export function usePublishedPictures(article: Article): FindPicture | undefined {
  const { client, notices } = useApp();
  // With nothing for a file that cannot be read.
  const [known, setKnown] = useState<ReadonlyMap<string, PublishedPicture | undefined>>(new Map());
  const { id, body } = article;
  const unknown = picturesOf(body)
    .flatMap(({ picture: { file } }) => (file === undefined || known.has(file) ? [] : file))
    .join(' ');

  useEffect(() => {
    if (unknown === '') return;
    let isCurrent = true;
    notices.attempt(async () => {
      const files = unknown.split(' ');
      const found = await client.call('media.published', { id, files });
      if (!isCurrent) return;
      setKnown(
        (before) => new Map([...before, ...files.map((file) => [file, found[file]] as const)]),
      );
    });
    return () => {
      isCurrent = false;
    };
  }, [notices, client, id, unknown]);

  return useMemo(
    () => (unknown === '' ? (file: string) => known.get(file) : undefined),
    [unknown, known],
  );
}
