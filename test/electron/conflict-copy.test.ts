import { describe, expect, test } from 'vitest';
import { copyName, isMadeByPerson } from '../../electron/services/conflict-copy.ts';

describe('the names that copies of a story get', () => {
  test.each([
    // Dropbox
    ["article (Ada's conflicted copy 2026-01-02).json", 'Ada'],
    ['article (Anders’ conflicted copy 2026-01-02).json', 'Anders'],
    ['article (ADA-PC conflicted copy 2026-01-02 (1)).json', 'ADA-PC'],
    ['article (In Konflikt stehende Kopie von Ada 2026-01-02).json', 'Ada'],
    ['article (Adas in Konflikt stehende Kopie 2026-01-02).json', 'Ada'],
    ['article (Copie en conflit de Ada 2026-01-02).json', 'Ada'],
    ['article (Copia en conflicto de Ada 2026-01-02).json', 'Ada'],
    ['article (Copia in conflitto di Ada 2026-01-02).json', 'Ada'],
    ['article (Cópia em conflito de Ada 2026-01-02).json', 'Ada'],
    ['article (Ada の競合コピー 2026-01-02).json', 'Ada'],
    ['article (Ada 的冲突副本 2026-01-02).json', 'Ada'],
    ['article (Case Conflict (1)).json', ''],
    // Nextcloud and ownCloud
    ['article (conflicted copy 2026-01-02 101112).json', ''],
    ['article_conflict-20260102-101112.json', ''],
    // OneDrive
    ['article-DESKTOP-7Q2AB.json', 'DESKTOP-7Q2AB'],
    ['article-ADA-PC-2.json', 'ADA-PC'],
    // Google Drive, iCloud, Syncthing, Resilio, Seafile
    ['article (1).json', ''],
    ['article 2.json', ''],
    ['article.sync-conflict-20260102-101112-ABCDEFG.json', 'ABCDEFG'],
    ['article.Conflict.json', ''],
    ['article (SFConflict ada@example.com 2026-01-02-10-11-12).json', 'ada@example.com'],
    // People
    ['article - Copy.json', ''],
    ['article copy 2.json', ''],
    ['article (copy).json', ''],
  ])('%s', (name, source) => {
    expect(copyName(name)?.source).toBe(source);
  });

  test('a name that other files may have is not certain', () => {
    expect(copyName('article-notes.json')?.certain).toBe(false);
    expect(copyName('article (1).json')?.certain).toBe(true);
    expect(copyName('article.sync-conflict-20260102-101112-ABCDEFG.json')?.certain).toBe(true);
  });

  test('what a person has copied is told from what a sync program has', () => {
    for (const name of ['article - Copy (2).json', 'article copy 2.json', 'article (copy).json'])
      expect(isMadeByPerson(name), name).toBe(true);
    for (const name of ["article (Ada's conflicted copy 2026-01-02).json", 'article (1).json'])
      expect(isMadeByPerson(name), name).toBe(false);
  });

  test.each([
    'article.json',
    'articles.json',
    'article (1).txt',
    'media',
    '.galley-article.tmp',
    'article-damaged.json',
    'article-damaged-2.json',
  ])('not %s', (name) => {
    expect(copyName(name)).toBeUndefined();
  });
});
