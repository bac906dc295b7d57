import { findPackageJSON } from 'node:module';
import path from 'node:path';

/** The checkout, whether Galley runs from its sources or from `out/`. */
export const root: string = path.dirname(findPackageJSON(import.meta.url)!);

/** The stylesheet of published pages, the sample desk and what else comes with Galley. */
export const assetsFolder: string = path.join(root, 'assets');

/** The built page of the app. */
export const rendererFolder: string = path.join(root, 'out', 'renderer');
