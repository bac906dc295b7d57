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

interface Configuration {
  electronFuses: Record<string, boolean>;
  files: { filter: string[] }[];
  directories: Record<string, string>;
  linux: { target: unknown };
  win: { target: unknown };
  mac: { target: unknown };
}

const fromBuilder = createRequire(
  createRequire(path.join(root, 'package.json')).resolve('electron-builder'),
);
const builder = fromBuilder('app-builder-lib/out/util/config/config') as BuilderConfig;
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

  test('the package holds what was built and the assets, and no node_modules', () => {
    expect(config.files.flatMap(({ filter }) => filter)).toEqual([
      'out/main/**',
      'out/preload/**',
      'out/renderer/**',
      'assets/**',
      '!assets/screenshots',
      'package.json',
      '!node_modules',
    ]);
    expect(config.directories['buildResources']).toBe('assets');
    const icon = fs.readFileSync(path.join(root, 'assets/icon.png'));
    // The size stands at a fixed place in a PNG: electron-builder wants 512 pixels at least.
    expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([1024, 1024]);
  });
});
