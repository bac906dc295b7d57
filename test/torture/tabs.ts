import path from 'node:path';
import { type Browser, type Page, chromium } from 'playwright';
import { ensureBuilt } from '../../scripts/sources.ts';
import { chromiumLaunch } from '../e2e/chromium.ts';
import { startWebHost } from '../e2e/web-host.ts';
import { filesOf } from './stories.ts';

export interface TabsResult {
  saves: number;
  /** Tabs in which it was not said within ten seconds that the words are saved. */
  unanswered: string[];
  /** Words that were told to be saved and are in no file. */
  missing: string[];
}

/**
 * Writes in many tabs of one web host at once, each in a story of its own, so many times; a browser
 * opens six connections to a host, which all tabs share.
 */
export async function writeInTabs(
  home: string,
  { tabs: count, rounds }: { tabs: number; rounds: number },
): Promise<TabsResult> {
  await ensureBuilt();
  const deskFolder = path.join(home, 'desk');
  const host = await startWebHost({ deskFolder, dataFolder: path.join(home, 'data') });
  const result: TabsResult = { saves: 0, unanswered: [], missing: [] };
  let browser: Browser | undefined;
  try {
    browser = await chromium.launch(chromiumLaunch());
    const context = await browser.newContext();
    const tabs: Page[] = [];
    for (let tab = 0; tab < count; tab += 1) {
      // oxlint-disable-next-line no-await-in-loop
      const page = await context.newPage();
      // oxlint-disable-next-line no-await-in-loop
      await page.goto(tab === 0 ? host.url : host.origin);
      // oxlint-disable-next-line no-await-in-loop
      await page.getByRole('button', { name: 'New story' }).click();
      tabs.push(page);
    }
    for (let round = 0; round < rounds; round += 1) {
      const words = tabs.map((_, tab) => `w${tab}x${round}z`);
      // oxlint-disable-next-line no-await-in-loop
      const answers = await Promise.all(
        tabs.map((page, tab) => writes(page, `${words[tab]!} `).catch(String)),
      );
      result.saves += tabs.length;
      // oxlint-disable-next-line no-await-in-loop
      const texts = (await filesOf(deskFolder)).join('\n');
      for (const [tab, answer] of answers.entries()) {
        if (answer !== undefined) result.unanswered.push(`tab ${tab}, round ${round}: ${answer}`);
        else if (!texts.includes(words[tab]!)) result.missing.push(words[tab]!);
      }
    }
    return result;
  } finally {
    await browser?.close();
    await host.stop();
  }
}

/** Types words into the headline, and waits until they are told to be saved. */
async function writes(page: Page, words: string): Promise<undefined> {
  const state = page.getByRole('status');
  await page.getByRole('textbox', { name: 'Headline' }).pressSequentially(words);
  await state.filter({ hasText: /^Sav(?:ing|ed)/u }).waitFor({ timeout: 10_000 });
  await state.filter({ hasText: /^Saved$/u }).waitFor({ timeout: 10_000 });
}
