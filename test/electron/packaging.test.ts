import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/checkout.js';

/** The parts of electron-builder that read and check its configuration. */
interface BuilderConfig {
  getConfig(
    projectFolder: string,
    file: string | null,
    overrides: object | null,
  ): Promise<Configuration>;
  validateConfiguration(config: object, log: { isEnabled: boolean }): Promise<void>;
}

/** The part that chooses which files go into the package. */
interface FileMatchers {
  getMainFileMatchers(
    appFolder: string,
    to: string,
    expand: (text: string) => string,
    own: object,
    packager: object,
    out: string,
    isCompiled: boolean,
  ): { createFilter(): (file: string, stats: fs.Stats) => boolean }[];
}

interface Configuration {
  electronFuses: Record<string, boolean>;
  files: { filter: string[] }[];
  asarUnpack: string[];
  directories: Record<string, string>;
  linux: { target: unknown };
  win: { target: unknown };
  mac: { target: unknown };
}

const fromBuilder = createRequire(
  createRequire(path.join(root, 'package.json')).resolve('electron-builder'),
);
const builder = fromBuilder('app-builder-lib/out/util/config/config') as BuilderConfig;
const { getMainFileMatchers } = fromBuilder('app-builder-lib/out/fileMatcher') as FileMatchers;
const config = await builder.getConfig(root, path.join(root, 'electron-builder.yml'), null);

describe('the package for a desk', () => {
  test('electron-builder accepts its configuration', async () => {
    await builder.validateConfiguration(config, { isEnabled: false });
  });

  test('electron-builder would refuse a word it does not know', async () => {
    const wrong = { ...config, fuses: true };
    await expect(builder.validateConfiguration(wrong, { isEnabled: false })).rejects.toThrow(
      /unknown property 'fuses'/,
    );
  });

  test('there is a package for three systems', () => {
    expect(config.linux.target).toEqual(['AppImage', 'deb']);
    expect(config.win.target).toBe('nsis');
    expect(config.mac.target).toEqual(['dmg', 'zip']);
  });

  test('the packaged app cannot be turned into a plain Node', () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  test('the package holds what was built, the assets and the picture library', () => {
    const file = 'dist/index.mjs';
    const isPacked = packed();
    const own = ['out/main/main.js', 'out/main/look-thread.js', 'assets/icon.png', 'package.json'];
    for (const name of own) {
      expect(isPacked(name), name).toBe(true);
    }
    for (const name of ['sharp', 'detect-libc', 'semver', '@img/colour', '@img/sharp-linux-x64']) {
      expect(isPacked(`node_modules/${name}/${file}`), name).toBe(true);
    }
    const { dependencies } = JSON.parse(
      fs.readFileSync(path.join(root, 'package.json'), 'utf8'),
    ) as { dependencies: Record<string, string> };
    const others = Object.keys(dependencies).filter((name) => name !== 'sharp');
    expect(others.length).toBeGreaterThan(10);
    for (const name of [...others, 'electron']) {
      expect(isPacked(`node_modules/${name}/${file}`), name).toBe(false);
    }
    expect(isPacked('electron/boot.ts')).toBe(false);
    expect(isPacked('assets/screenshots/desk.png')).toBe(false);
  });

  test('the machine code of the picture library lies outside the archive', () => {
    expect(config.asarUnpack).toEqual(['node_modules/sharp/**', 'node_modules/@img/**']);
  });

  test('its icon is large enough', () => {
    expect(config.directories['buildResources']).toBe('assets');
    const icon = fs.readFileSync(path.join(root, 'assets/icon.png'));
    // The size stands at a fixed place in a PNG: electron-builder wants 512 pixels at least.
    expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([1024, 1024]);
  });
});

/** Whether electron-builder takes a file of the checkout along. */
function packed(): (name: string) => boolean {
  const info = { projectDir: root, buildResourcesDir: 'assets', config, debugLogger: {} };
  const [matcher] = getMainFileMatchers(
    root,
    path.join(root, 'release'),
    (text) => text,
    {},
    { info, config },
    path.join(root, 'release'),
    false,
  );
  const filter = matcher?.createFilter();
  const stats = fs.statSync(path.join(root, 'package.json'));
  return (name) => filter?.(path.join(root, name), stats) === true;
}
