import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** The stylesheet of published pages, the sample desk and what else comes with Galley. */
export const assetsFolder: string = path.join(root, 'assets');

/** The built page of the app. */
export const rendererFolder: string = path.join(root, 'out', 'renderer');
