import { describe, expect, test } from 'vitest';
import { copyName, isFromSync } from '../../electron/services/conflict-copy.ts';

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

  test.each([
    "article (Ada's conflicted copy 2026-01-02).json",
    'article (Copie en conflit de Ada 2026-01-02).json',
    'article (Adas in Konflikt stehende Kopie 2026-01-02 (1)).json',
    'article (Ada の競合コピー 2026-01-02).json',
    'article_conflict-20260102-101112.json',
    'article.sync-conflict-20260102-101112-ABCDEFG.json',
    'article.Conflict.json',
    'article (Case Conflict (1)).json',
    'article (SFConflict ada@example.com 2026-01-02-10-11-12).json',
  ])('only a sync program calls a file %s', (name) => {
    expect(isFromSync(name, false)).toBe(true);
  });

  test.each([
    'article (1).json',
    'article (3) (1).json',
    'article 2.json',
    'article-DESKTOP-7Q2AB.json',
    'article-ADA-PC-2.json',
  ])('a sync program calls a file %s, where there is one', (name) => {
    expect(isFromSync(name, true)).toBe(true);
    expect(isFromSync(name, false)).toBe(false);
  });

  test.each([
    'article - Copy (2).json',
    'article copy 2.json',
    'article (copy).json',
    'article (old).json',
    'article (2026-01-02).json',
    'article-before-cuts.json',
    'article-OLD-2.json',
    'article (Conflict in Sudan).json',
    'article-conflict-of-interest.json',
  ])('a person calls a file %s', (name) => {
    expect(isFromSync(name, true)).toBe(false);
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
