import type { Args, Settings } from '../../electron/contract/calls.ts';
import { call } from './host/client.ts';
import { Store } from './store.ts';

/** The settings of this person on this machine. */
export const settings = new Store<Settings>({
  theme: 'system',
  person: { name: '', byline: '', section: '' },
});

/** Reads the settings and shows the page in the theme they name. */
export async function readSettings(): Promise<void> {
  settings.set(await call('settings.read', {}));
  showTheme(settings.snapshot().theme);
}

/**
 * Changes settings, those alone that are named; throws, with everything as it was, when they cannot
 * be written.
 */
export async function changeSettings(changes: Args<'settings.change'>): Promise<void> {
  settings.set(await call('settings.change', changes));
  showTheme(settings.snapshot().theme);
}

/** Shows the page in a theme without keeping it. */
export function showTheme(theme: Settings['theme']): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
