import type { Args, Settings } from '../../electron/contract/calls.ts';
import type { Client } from './host/client.ts';
import { Store } from './store.ts';

/** The settings of this person on this machine; the page is shown in the theme that they name. */
export class SettingsStore extends Store<Settings> {
  private readonly client: Client;

  constructor(client: Client) {
    super({ theme: 'system', person: { name: '', byline: '', section: '' } });
    this.client = client;
  }

  /** Reads the settings. */
  async read(): Promise<void> {
    this.take(await this.client.call('settings.read', {}));
  }

  /**
   * Changes settings, those alone that are named; throws, with everything as it was, when they cannot
   * be written.
   */
  async change(changes: Args<'settings.change'>): Promise<void> {
    this.take(await this.client.call('settings.change', changes));
  }

  private take(settings: Settings): void {
    this.set(settings);
    showTheme(settings.theme);
  }
}

/** Shows the page in a theme without keeping it. */
export function showTheme(theme: Settings['theme']): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
