import path from 'node:path';
import { root } from '../../scripts/checkout.js';

/** The assets that the app ships with. */
export const assetsFolder = path.join(root, 'assets');
