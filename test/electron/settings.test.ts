import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultDataFolder } from '../../electron/folders.ts';
import { faultOf, runDesk } from './running-desk.ts';

describe('the settings of this machine', () => {
  test('are there from the start, and stay when Galley starts again', async () => {
    const desk = await runDesk();
    expect(await desk.call('settings.read', {})).toEqual({
      theme: 'system',
      person: { name: '', byline: '', section: '' },
    });
    const person = { name: 'R. Desk', byline: 'The Desk', section: 'Ports' };
    await desk.call('settings.change', { theme: 'dark' });
    await desk.call('settings.change', { person });
    await desk.galley.close();
    const again = await runDesk(desk);
    expect(await again.call('settings.read', {})).toEqual({ theme: 'dark', person });
    expect(await fs.readdir(desk.folder)).not.toContain('settings.json');
  });

  test('that are changed at once are all kept', async () => {
    const { call } = await runDesk();
    const person = { name: 'R. Desk', byline: '', section: '' };
    await Promise.all([
      call('settings.change', { theme: 'dark' }),
      call('settings.change', { person }),
    ]);
    expect(await call('settings.read', {})).toEqual({ theme: 'dark', person });
  });

  test('of the person are changed one by one: what another window wrote stays', async () => {
    const { call } = await runDesk();
    await call('settings.change', { person: { name: 'Mo Example' } });
    await call('settings.change', { person: { section: 'City' } });
    expect((await call('settings.read', {})).person).toEqual({
      name: 'Mo Example',
      byline: '',
      section: 'City',
    });
  });

  test('that are damaged begin anew', async () => {
    const desk = await runDesk();
    await fs.writeFile(path.join(desk.dataFolder, 'settings.json'), '{"theme": 7');
    expect((await desk.call('settings.read', {})).theme).toBe('system');
    await desk.call('settings.change', { theme: 'light' });
    expect((await desk.call('settings.read', {})).theme).toBe('light');
  });

  test('refuse what is no setting', async () => {
    const desk = await runDesk();
    const theme = { theme: 'pink' } as unknown as { theme: 'dark' };
    expect(await faultOf(desk.call('settings.change', theme))).toMatchObject({ path: 'theme' });
  });
});

describe('the data folder', () => {
  test.each([
    ['linux', {}, '/h/.config/Galley'],
    ['linux', { XDG_CONFIG_HOME: '/x' }, '/x/Galley'],
    ['darwin', {}, '/h/Library/Application Support/Galley'],
    ['linux', { GALLEY_DATA: '/own' }, '/own'],
  ] as const)('on %s with %o is %s', (platform, env, folder) => {
    expect(defaultDataFolder(env, platform, '/h')).toBe(folder);
  });
});
